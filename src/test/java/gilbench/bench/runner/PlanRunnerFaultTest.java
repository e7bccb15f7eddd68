package gilbench.bench.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.bench.load.EndpointCheckException;
import gilbench.bench.result.Cell;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.Measurements;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.RunState;
import gilbench.bench.result.Verdict;
import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.scenario.LaunchScope;
import gilbench.scenario.Plan;
import gilbench.scenario.RequestProfile;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each gate with its fault injected. */
class PlanRunnerFaultTest {
    private static final Plan QUICK = Plans.plan(1, LaunchScope.ALL_EXPERIMENTS, Plans.LOAD);

    private final Rig rig = new Rig();

    @Test
    void run_throttledGenerator_trialsInvalid() throws InterruptedException {
        rig.measuring(seen -> throttled(seen));

        RunResult result = rig.run(QUICK);

        assertThat(result.trials()).isNotEmpty().allSatisfy(trial -> {
            assertThat(trial.findings()).extracting(Finding::type).contains(FindingType.GENERATOR_BEHIND);
            assertThat(trial.verdict()).isEqualTo(Verdict.INVALID);
        });
        assertThat(result.state()).isEqualTo(RunState.INVALID);
    }

    @Test
    void run_slowStub_runInvalid() throws InterruptedException {
        rig.machinery.stubLateness = Duration.ofMillis(6);

        RunResult result = rig.run(QUICK);

        assertThat(result.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.type()).isEqualTo(FindingType.DELAY_SERVICE_SLOW))
                .satisfies(finding -> assertThat(finding.message()).contains("within 5.0 ms"));
        assertThat(result.state()).isEqualTo(RunState.INVALID);
    }

    @Test
    void run_stubWithinItsBound_noFinding() throws InterruptedException {
        rig.machinery.stubLateness = Duration.ofMillis(4);

        assertThat(rig.run(QUICK).findings()).isEmpty();
    }

    @Test
    void run_coldService_notSteadyOnTheLaunchOfAQuickPlan() throws InterruptedException {
        compilingForever();

        RunResult result = rig.run(QUICK);

        assertThat(result.launches())
                .allSatisfy(launch -> assertThat(launch.findings())
                        .extracting(Finding::type)
                        .containsExactly(FindingType.NOT_STEADY));
        assertThat(result.launches())
                .allSatisfy(launch -> assertThat(launch.warmUp()).isEqualTo(Duration.ofSeconds(8)));
        assertThat(result.cells()).extracting(Cell::verdict).containsOnly(Verdict.VALID);
    }

    @Test
    void run_coldServiceOutsideQuick_cellsInvalid() throws InterruptedException {
        compilingForever();

        RunResult result = rig.run(Plans.plan(2, LaunchScope.ALL_EXPERIMENTS, Plans.LOAD));

        assertThat(result.cells()).extracting(Cell::verdict).containsOnly(Verdict.INVALID);
        assertThat(result.state()).isEqualTo(RunState.INVALID);
    }

    @Test
    void run_steadyService_warmsUpForLessThanTheCap() throws InterruptedException {
        assertThat(rig.run(QUICK).launches())
                .allSatisfy(
                        launch -> assertThat(launch.warmUp()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(7)))
                .allSatisfy(launch -> assertThat(launch.findings()).isEmpty());
    }

    @Test
    void run_slowedBurner_calibrationDrift() throws InterruptedException {
        rig.machinery.burnerSpeed = 0.9;

        assertThat(rig.run(QUICK).launches())
                .allSatisfy(launch -> assertThat(launch.findings())
                        .extracting(Finding::type)
                        .containsExactly(FindingType.CALIBRATION_DRIFT, FindingType.CALIBRATION_DRIFT));
    }

    @Test
    void run_failingEndpoint_launchWithoutTrialsAndRunInvalid() throws InterruptedException {
        rig.driver = new FakeDriver(rig.clock) {
            @Override
            public void check(URI service, RequestProfile profile) throws EndpointCheckException {
                throw new EndpointCheckException("asked for x, expected 200, seen 500");
            }
        };

        RunResult result = rig.run(QUICK);

        assertThat(result.trials()).isEmpty();
        assertThat(result.launches())
                .hasSize(3)
                .allSatisfy(launch -> assertThat(launch.findings())
                        .contains(new Finding(FindingType.ENDPOINT_CHECK, "asked for x, expected 200, seen 500")));
        assertThat(result.findings()).extracting(Finding::type).contains(FindingType.CELLS_MISSING);
        assertThat(result.state()).isEqualTo(RunState.INVALID);
    }

    @Test
    void run_serviceDiesOnce_launchedAgainForTheRest() throws InterruptedException {
        dyingAt(1);

        RunResult result = rig.run(QUICK);

        assertThat(rig.machinery.starts).isEqualTo(4);
        assertThat(result.trials()).hasSize(6);
        assertThat(result.launches()).hasSize(3);
        assertThat(result.launches().getFirst().findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.type()).isEqualTo(FindingType.LAUNCH_FAILED))
                .satisfies(finding -> assertThat(finding.message()).contains("exit code 137"));
        assertThat(result.state()).isEqualTo(RunState.COMPLETE);
        assertThat(rig.machinery.open).isZero();
    }

    @Test
    void run_serviceDiesTwice_itsCellsAreMissingAndNamed() throws InterruptedException {
        dyingAt(1, 2);
        String first = PlanSchedule.of(QUICK).launches().getFirst().deployment().name();

        RunResult result = rig.run(QUICK);

        assertThat(rig.machinery.starts).isEqualTo(4);
        assertThat(result.trials()).hasSize(4);
        assertThat(result.findings())
                .extracting(Finding::type)
                .containsExactly(FindingType.LAUNCH_FAILED, FindingType.LAUNCH_FAILED, FindingType.CELLS_MISSING);
        assertThat(result.findings().getLast().message()).contains(first + " io 20/s", first + " io 40/s");
        assertThat(result.state()).isEqualTo(RunState.COMPLETE);
    }

    @Test
    void run_burnersDie_startedAnewForTheSecondTry() throws InterruptedException {
        rig.machinery = new FakeMachinery() {
            private int looks;

            @Override
            Duration burnersCpu() {
                if (++looks == 2) {
                    throw new MachineryException("the burners ended with exit code 1");
                }
                return super.burnersCpu();
            }
        };

        RunResult result = rig.run(Plans.plan(1, LaunchScope.ALL_EXPERIMENTS, Plans.PROGRAM));

        assertThat(rig.machinery.events)
                .containsOnlyOnce("delay service")
                .filteredOn("burners"::equals)
                .hasSize(2);
        assertThat(result.trials()).hasSize(3);
        assertThat(rig.machinery.open).isZero();
    }

    @Test
    void run_machineWithoutDelayService_fails() {
        rig.machinery = new FakeMachinery() {
            @Override
            public DelayService startDelayService() {
                throw new MachineryException("the delay service ended with exit code 6");
            }
        };

        assertThatThrownBy(() -> rig.run(QUICK)).isInstanceOf(MachineryException.class);
    }

    private void compilingForever() {
        rig.measuring(seen -> {
            rig.machinery.compilation = rig.machinery.compilation.plusMillis(400);
            return seen;
        });
    }

    private void dyingAt(int... doomed) {
        rig.machinery = new FakeMachinery() {
            @Override
            Duration serviceCpu(int start) {
                for (int dying : doomed) {
                    if (dying == start) {
                        throw new MachineryException("the service ended with exit code 137; it said nothing");
                    }
                }
                return super.serviceCpu(start);
            }
        };
    }

    private static Measurement throttled(Measurement seen) {
        return Measurements.with(seen, seen.due(), seen.started() / 2);
    }
}
