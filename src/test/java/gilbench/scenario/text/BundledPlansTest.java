package gilbench.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Experiment;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.LaunchScope;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledPlansTest {
    static List<String> names() {
        return BundledPlans.names();
    }

    private static Set<String> services(Plan plan) {
        return plan.deployments().stream()
                .map(NamedDeployment::deployment)
                .map(each ->
                        each.model().label() + "/" + each.interpreter().kind().label())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void plan_everyName_isReadAndNamedAlike(String name) {
        assertThat(BundledPlans.plan(name).name()).isEqualTo(name);
        assertThat(BundledPlans.text(name)).startsWith("# The " + name + " plan");
    }

    @Test
    void text_unknownName_listsTheNames() {
        assertThatExceptionOfType(BoundException.class)
                .isThrownBy(() -> BundledPlans.text("fast"))
                .withMessage("plan: 'fast' must be one of quick, seed, backend");
    }

    @Test
    void plan_quick_isFourModelsUnderTheGilAndThreadsWithoutInOneLaunch() {
        Plan quick = BundledPlans.plan("quick");
        assertThat(quick.quick()).isTrue();
        assertThat(services(quick))
                .containsExactlyInAnyOrder(
                        "thread-per-request/gil",
                        "virtual-threads/gil",
                        "event-loop/gil",
                        "worker-processes/gil",
                        "thread-per-request/free-threaded");
        assertThat(quick.experiments().getFirst()).isInstanceOfSatisfying(Experiment.Program.class, cpu -> {
            assertThat(cpu.profile().cpu()).hasMillis(200);
            assertThat(cpu.requests()).isEqualTo(2);
            assertThat(cpu.blocks()).isGreaterThanOrEqualTo(3);
            assertThat(cpu.arrangements()).hasSize(2);
        });
    }

    @Test
    void plan_backend_isAllModelsWithAndWithoutGilFiveTimesEachProfileAlone() {
        Plan backend = BundledPlans.plan("backend");
        assertThat(services(backend))
                .isEqualTo(Arrays.stream(ConcurrencyModel.values())
                        .flatMap(model -> List.of(InterpreterKind.GIL, InterpreterKind.FREE_THREADED).stream()
                                .map(kind -> model.label() + "/" + kind.label()))
                        .collect(Collectors.toSet()));
        assertThat(backend.scope()).isEqualTo(LaunchScope.ONE_EXPERIMENT);
        assertThat(backend.launches()).isEqualTo(5);
        assertThat(backend.experiments()).hasSize(4);
    }

    @Test
    void plan_seed_hasTheThreeScriptsAndTheServerWithWorkers() {
        Plan seed = BundledPlans.plan("seed");
        assertThat(seed.experiments()).extracting(Experiment::name).containsExactly("cpu", "io", "status");
        assertThat(seed.deployments())
                .extracting(NamedDeployment::deployment)
                .anyMatch(BundledPlansTest::processesWithThreads)
                .anyMatch(each -> each.model() == ConcurrencyModel.THREAD_PER_REQUEST);
    }

    private static boolean processesWithThreads(Deployment deployment) {
        return deployment.model() == ConcurrencyModel.WORKER_PROCESSES && deployment.threads() > 1;
    }
}
