package gilbench.profile.spy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpyOutputTest {
    private static final String BEGIN =
            "py-spy> Sampling process 1000 times a second for 4 seconds. Press Control-C to exit.";
    private static final String END = "py-spy> Wrote raw flamegraph data to '/tmp/o.raw'. Samples: 90 Errors: 3";
    private static final List<String> RAW = List.of(
            "process 7:\"python a b\";main (app.py:15);work (app.py:5) 70", "process 8:\"\";<lambda> (app.py:1) 20");

    private static Recording recording(int code, String... said) {
        return SpyOutput.recording(code, List.of(said), RAW, 4000);
    }

    @Test
    void recording_stacksOfTwoProcesses_areAddedUp() {
        assertThat(recording(0, BEGIN, "", END)).isEqualTo(new Recording.Sampled(90, 3, 4000, Recording.Pace.KEPT));
    }

    @Test
    void recording_nothingSeen_isZero() {
        assertThat(SpyOutput.recording(0, List.of(END), List.of(), 10))
                .isEqualTo(new Recording.Sampled(0, 3, 10, Recording.Pace.KEPT));
    }

    @Test
    void recording_late_isBehind() {
        assertThat(recording(
                        0, BEGIN, "py-spy> 1.51s behind in sampling, results may be inaccurate. Try reducing it", END))
                .isEqualTo(new Recording.Sampled(90, 3, 4000, Recording.Pace.BEHIND));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Permission Denied: Try running again with elevated permissions | Permission Denied: Try running",
                "[2026-11-26T01:40 WARN  py_spy::sampler] Failed to profile python from process 7: no | Failed to profile python from process 7: no",
                "Error: Unsupported version of Python: 3.99.0 | Error: Unsupported version of Python: 3.99.0",
                "what | it ended with exit code 1",
            })
    void recording_exitCode_saysWhyInItsOwnWords(String line, String why) {
        assertThat(recording(1, line, "", "Stack backtrace:", "   0: main"))
                .isInstanceOfSatisfying(
                        Recording.Failed.class,
                        failed -> assertThat(failed.why()).startsWith(why));
    }

    @Test
    void recording_endedEarly_isFailed() {
        assertThat(recording(0, BEGIN, "py-spy> Stopped sampling because process exited", END))
                .isInstanceOf(Recording.Failed.class);
    }

    @Test
    void recording_lineWithoutCount_isFailed() {
        assertThat(SpyOutput.recording(0, List.of(END), List.of("main (app.py:15)"), 10))
                .isInstanceOf(Recording.Failed.class);
    }

    @Test
    void begins_firstLineOnly_isTrue() {
        assertThat(SpyOutput.begins(BEGIN)).isTrue();
        assertThat(SpyOutput.begins(END)).isFalse();
    }
}
