package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.stats.Estimate;
import gilbench.scenario.StepKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosticianTest {
    private static final double NOISE = 0.02;

    private static Diagnosis diagnose(Observations seen) {
        return new Diagnostician(Seen.MACHINE).diagnose(seen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python:5ms,native:5ms,io:20ms | 5  | 5  | 20",
                "python:10ms                   | 10 | 0  | 0",
                "python:2ms,io:50ms            | 2  | 0  | 50",
                "python:12ms,native:4ms,io:10ms| 12 | 4  | 10",
                "native:20ms                   | 0  | 20 | 0",
                "python:3ms,native:9ms         | 3  | 9  | 0",
            })
    void diagnose_threads_recoversPythonNativeAndIo(String profile, double python, double released, double io) {
        Diagnosis found = diagnose(Seen.threads(profile, 8, 8, NOISE).inOneProcess());

        assertThat(found.serving()).isEqualTo(Serving.SEVERAL_THREADS);
        assertThat(found.threads()).isEqualTo(3);
        Cost.Separate cost = (Cost.Separate) found.cost();
        near(cost.python(), python);
        near(cost.released(), released);
        near(cost.io(), io);
    }

    /** 1.6 ms of Python, 10 ms of waiting, and 2 ms of either kind that are seen behind it. */
    @ParameterizedTest
    @CsvSource({"python:2ms, 3.6e-3", "native:2ms, 1.6e-3"})
    void diagnose_muchBehindTheWait_intervalHasTheTruthAndSaysWhy(String last, double truth) {
        Observations seen =
                Seen.threads("python:1.6ms,io:10ms," + last, 8, 8, NOISE).watched(new Glimpse(1.6e-3, 2e-3));

        Diagnosis found = diagnose(seen);

        Estimate python = ((Cost.Separate) found.cost()).python();
        assertThat(python.low()).isLessThan(truth + 0.1e-3);
        assertThat(python.high()).isGreaterThan(truth - 0.1e-3);
        assertThat(found.remarks()).anyMatch(each -> each.startsWith("2.0 ms are used after the waiting"));
    }

    /** 4 ms of Python, 3 of C without the GIL, 10 of waiting, and 2 of either kind, in which another request starts. */
    @ParameterizedTest
    @CsvSource({"python:2ms, 1, 6", "native:2ms, 0, 4"})
    void diagnose_requestsThatStartBehindTheWait_tellWhatIsPython(String last, double share, double truth) {
        Seen seen = Seen.threads("python:4ms,native:3ms,io:10ms," + last, 8, 8, NOISE);

        Diagnosis found = diagnose(seen.watched(new Glimpse(7e-3, 2e-3)).with(seen.staggered(2e-3, share)));

        near(((Cost.Separate) found.cost()).python(), truth);
    }

    /** The service was slower while its tail was watched than while it served alone. */
    @Test
    void diagnose_allBehindTheWait_isNeverMoreThanTheProcessorTime() {
        Seen seen = Seen.threads("io:10ms,python:4ms", 8, 8, NOISE);

        Diagnosis found = diagnose(seen.watched(new Glimpse(0.1e-3, 8e-3)).with(seen.staggered(4e-3, 1)));

        near(((Cost.Separate) found.cost()).python(), 4);
    }

    /** Within 10 % or 0.3 ms. */
    private static void near(Estimate seen, double millis) {
        assertThat(seen.value() * 1e3).isCloseTo(millis, within(Math.max(0.3, 0.1 * millis)));
        assertThat(seen.low()).isLessThanOrEqualTo(seen.value());
        assertThat(seen.high()).isGreaterThanOrEqualTo(seen.value());
    }

    @Test
    void diagnose_oneCore_pythonIsAnInterval() {
        Diagnosis found = diagnose(
                Seen.threads("python:5ms,native:5ms,io:20ms", 8, 1, NOISE).inOneProcess());

        Estimate python = ((Cost.Separate) found.cost()).python();
        assertThat(python.low()).isLessThan(2e-3);
        assertThat(python.high()).isGreaterThan(9e-3);
        assertThat(found.remarks()).anyMatch(each -> each.contains("hardly to be told"));
    }

    @Test
    void diagnose_eventLoop_sumAndNothingBlocks() {
        Diagnosis found =
                diagnose(Seen.loop("python:3ms,native:2ms,io:30ms", NOISE).inOneProcess());

        Cost.Sum cost = (Cost.Sum) found.cost();
        near(cost.cpu(), 5);
        near(cost.io(), 30);
        near(cost.blocking(), 0);
        assertThat(cost.blocks()).isFalse();
        assertThat(found.remarks()).anyMatch(each -> each.contains("not separable"));
    }

    @Test
    void diagnose_workerThatWaitsItself_ioBlocks() {
        Diagnosis found =
                diagnose(Seen.threads("python:3ms,io:30ms", 1, 4, NOISE).inOneProcess());

        Cost.Sum cost = (Cost.Sum) found.cost();
        assertThat(cost.blocks()).isTrue();
        near(cost.blocking(), 30);
        assertThat(found.remarks()).anyMatch(each -> each.contains("does not overlap"));
    }

    @Test
    void diagnose_someRoundsInTwoProcesses_areNotUsed() {
        Seen seen = Seen.threads("python:6ms,native:2ms", 8, 8, NOISE);

        Diagnosis found = diagnose(seen.observations(Set.of(0, 2, 4, 6, 8, 9)));

        assertThat(found.workers()).isEqualTo(2);
        near(((Cost.Separate) found.cost()).python(), 6);
        assertThat(found.remarks()).anyMatch(each -> each.startsWith("12 of 20 blocks"));
    }

    @Test
    void diagnose_noTwoRequestsInOneProcess_pythonIsUnknownAndSoIsBlocking() {
        Diagnosis found =
                diagnose(Seen.threads("python:3ms,io:30ms", 1, 4, NOISE).observations(Seen.every()));

        Cost.Sum cost = (Cost.Sum) found.cost();
        assertThat(cost.blocking().low()).isZero();
        assertThat(cost.blocking().high()).isCloseTo(30e-3, within(3e-3));
    }

    @Test
    void diagnose_profile_isInStepsOfThePredictor() {
        Diagnosis found =
                diagnose(Seen.threads("python:5ms,native:5ms,io:20ms", 8, 8, 0).inOneProcess());

        assertThat(found.cost().profile().sum(StepKind.IO).toMillis()).isEqualTo(20);
        assertThat(found.cost().profile().cpu().toNanos()).isEqualTo(10_000_000);
    }

    @Test
    void diagnose_lessProcessorTimeAmongOthers_isSupposedForPredictions() {
        Triple triple = new Triple(block(1, 10), block(2, 9), block(3, 8), Optional.empty());

        Diagnosis found =
                diagnose(new Observations(List.of(triple), Set.of(), Set.of("python3.13"), 4, List.of(), List.of()));

        assertThat(found.crowded()).isCloseTo(0.8, within(1e-9));
        assertThat(found.cost().cpu().value()).isCloseTo(10e-3, within(1e-9));
        assertThat(found.costAmongOthers().cpu().value()).isCloseTo(8e-3, within(1e-9));
        assertThat(found.remarks()).anyMatch(each -> each.contains("0.80 times"));
    }

    /** One round of requests on one thread, each of so many milliseconds. */
    private static Block block(int together, long millis) {
        long nanos = together * millis * 1_000_000;
        TreeUse use = new TreeUse(Map.of(7L, new ProcessUse(Map.of(7L, nanos), 0)), TreeUse.Loss.NONE);
        return new Block(together, List.of(new Round(nanos / 1e9, nanos / 1e9, 0)), use);
    }
}
