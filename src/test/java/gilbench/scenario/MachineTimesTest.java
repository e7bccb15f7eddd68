package gilbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachineTimesTest {
    private static final Duration SOME = Duration.ofMillis(1);

    @Test
    void ofAnotherService_calibratedWithServices_keepsWhatIsOfTheMachineAlone() {
        assertThat(withOfServices(SOME, 0.3).ofAnotherService()).isEqualTo(withOfServices(Duration.ZERO, 1));
    }

    private static MachineTimes withOfServices(Duration each, double warmShare) {
        MachineTimes typical = MachineTimes.TYPICAL;
        return new MachineTimes(
                typical.timerSlack(),
                typical.wake(),
                typical.lateResumeShare(),
                typical.tick(),
                typical.release(),
                typical.windowCpu(),
                each,
                each,
                each,
                each,
                each,
                each,
                warmShare,
                each,
                typical.processStart(),
                1);
    }
}
