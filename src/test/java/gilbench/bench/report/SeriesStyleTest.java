package gilbench.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.InterpreterKind;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import gilbench.scenario.PythonRuntime;
import gilbench.scenario.text.BundledPlans;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SeriesStyleTest {
    private static final Plan SEED = BundledPlans.plan("seed");

    @Test
    void of_bothRuntimes_sameHueAndMarkerInAnotherShadeAndLine() {
        NamedDeployment simulated = SEED.deployments().getFirst();
        List<SeriesStyle> styles =
                SeriesStyle.of(SEED.withDeployments(List.of(simulated, simulated.under(PythonRuntime.CPYTHON))));

        assertThat(styles)
                .extracting(SeriesStyle::marker)
                .containsOnly(styles.getFirst().marker());
        assertThat(styles).extracting(SeriesStyle::line).doesNotHaveDuplicates();
        assertThat(styles).extracting(SeriesStyle::colour).doesNotHaveDuplicates();
    }

    @Test
    void of_backendOnBothRuntimes_everySeriesHasAColourOfItsOwn() {
        Plan backend = BundledPlans.plan("backend");
        List<NamedDeployment> both = backend.deployments().stream()
                .filter(each -> each.deployment().interpreter().kind() == InterpreterKind.GIL)
                .flatMap(each -> each.name().startsWith("virtual")
                        ? Stream.of(each)
                        : Stream.of(each, each.under(PythonRuntime.CPYTHON)))
                .toList();

        assertThat(SeriesStyle.of(backend.withDeployments(both)))
                .extracting(SeriesStyle::colour)
                .doesNotHaveDuplicates()
                .allMatch(colour -> colour >= 0 && colour < 12);
    }
}
