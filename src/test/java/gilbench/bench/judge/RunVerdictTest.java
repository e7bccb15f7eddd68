package gilbench.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.Cell;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Launch;
import gilbench.bench.result.Trial;
import gilbench.scenario.Plan;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunVerdictTest {
    private static final Plan PLAN = Plans.of(1, List.of(Plans.CPU));
    private static final Finding LAW = new Finding(FindingType.LITTLES_LAW, "5 against 7");

    private static List<Cell> cells(Trial... trials) {
        return Cells.of(PLAN, List.of(), List.of(trials));
    }

    private static Trial trial(String deployment, List<Finding> findings) {
        return Observed.program(deployment, "cpu", 0, findings, 400, 200);
    }

    @Test
    void reasons_aUsableCellInEachExperiment_areNone() {
        List<Cell> cells = cells(trial("threads", List.of()), trial("processes", List.of(LAW)));
        assertThat(RunVerdict.reasons(PLAN, List.of(), List.of(), cells)).isEmpty();
    }

    @Test
    void reasons_noUsableCellInAnExperiment_nameIt() {
        List<Cell> cells = cells(trial("threads", List.of(LAW)), trial("processes", List.of(LAW)));
        assertThat(RunVerdict.reasons(PLAN, List.of(), List.of(), cells))
                .containsExactly("experiment cpu has no usable cell");
        assertThat(RunVerdict.reasons(PLAN, List.of(), List.of(), List.of())).hasSize(1);
    }

    @Test
    void reasons_gateOfTheRun_areItsMessage() {
        Finding slow = new Finding(FindingType.DELAY_SERVICE_SLOW, "p99 9 ms late");
        assertThat(RunVerdict.reasons(PLAN, List.of(), List.of(slow), cells(trial("threads", List.of()))))
                .containsExactly("delay-service-slow: p99 9 ms late");
    }

    @Test
    void reasons_endpointCheckOfALaunch_areItsMessage() {
        Finding check = new Finding(FindingType.ENDPOINT_CHECK, "/mixed answered 500");
        Launch launch = new Launch(
                0, PLAN.deployments().getFirst(), Duration.ofSeconds(3), Duration.ofSeconds(2), List.of(check));
        assertThat(RunVerdict.reasons(PLAN, List.of(launch), List.of(), cells(trial("threads", List.of()))))
                .containsExactly("endpoint-check: /mixed answered 500");
    }

    @Test
    void reasons_remarksAboutTheEnvironment_areNone() {
        Finding remark = new Finding(FindingType.ENVIRONMENT, "no affinity");
        assertThat(RunVerdict.reasons(PLAN, List.of(), List.of(remark), cells(trial("threads", List.of()))))
                .isEmpty();
    }
}
