package gilbench.service.downstream;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.scenario.BoundException;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DelayRegistryTest {
    private final DelayRegistry registry = new DelayRegistry(2);

    @Test
    void admit_oneMoreThanTheBound_namesTheBound() {
        registry.admit(Duration.ofMillis(1));
        registry.admit(Duration.ofMillis(2));

        assertThatThrownBy(() -> registry.admit(Duration.ofMillis(3)))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("3ms")
                .hasMessageContaining("at most 2");
    }

    @Test
    void admit_knownDelayWhenFull_passes() {
        registry.admit(Duration.ofMillis(1));
        registry.admit(Duration.ofMillis(2));

        assertThatCode(() -> registry.admit(Duration.ofMillis(1))).doesNotThrowAnyException();
    }

    @Test
    void admit_wholeSeconds_doNotCount() {
        for (int seconds = 0; seconds <= 10; seconds++) {
            registry.admit(RequestProfile.of(StepKind.IO, Duration.ofSeconds(seconds)));
        }
        registry.admit(Duration.ofMillis(1));

        assertThatCode(() -> registry.admit(Duration.ofMillis(2))).doesNotThrowAnyException();
    }

    @Test
    void admit_cpuSteps_doNotCount() {
        for (int millis = 1; millis < 10; millis++) {
            registry.admit(RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(millis)));
        }
    }
}
