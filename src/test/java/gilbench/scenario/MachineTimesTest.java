package gilbench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class MachineTimesTest {
    private static final Duration SOME = Duration.ofMillis(1);

    @Test
    void ofAnotherService_calibratedWithServices_keepsWhatIsOfTheMachineAlone() {
        MachineTimes typical = MachineTimes.TYPICAL;
        MachineTimes calibrated = new MachineTimes(
                typical.timerSlack(),
                typical.wake(),
                typical.lateResumeShare(),
                typical.tick(),
                typical.release(),
                typical.windowCpu(),
                typical.send(),
                typical.receive(),
                SOME,
                SOME,
                SOME,
                SOME,
                0.3,
                SOME,
                typical.processStart(),
                1);

        assertThat(calibrated.ofAnotherService()).isEqualTo(typical);
    }
}
