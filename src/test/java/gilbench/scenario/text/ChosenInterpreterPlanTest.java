package gilbench.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Plan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChosenInterpreterPlanTest {
    private static final Plan PLAN = PlanYaml.parse("my.yaml", """
            name: small
            deployments:
              - {name: threads, model: thread-per-request, switch-interval: 1ms}
              - {name: free, model: thread-per-request, interpreter: free-threaded}
            experiments:
              - {name: sweep, load: 'io:10ms', rates: [5], window: 2s}
            """);

    @Test
    void withInterpreter_takesThePlaceOfItsKindAndKeepsTheSwitchInterval() {
        Interpreter profile = BundledInterpreters.profile("cpython-3.8").interpreter();

        List<Interpreter> under = PLAN.withInterpreter(profile).deployments().stream()
                .map(each -> each.deployment().interpreter())
                .toList();

        assertThat(under.getFirst()).isEqualTo(profile.withSwitchInterval(Duration.ofMillis(1)));
        assertThat(under.getLast()).isEqualTo(Interpreter.of(InterpreterKind.FREE_THREADED));
    }
}
