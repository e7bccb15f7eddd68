package gilbench.bench.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.Block;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.RunState;
import gilbench.bench.result.Trial;
import gilbench.bench.result.Trial.LoadTrial;
import gilbench.bench.result.Trial.ProgramTrial;
import gilbench.scenario.Arrangement;
import gilbench.scenario.Calibration;
import gilbench.scenario.Experiment;
import gilbench.scenario.LaunchScope;
import gilbench.scenario.Plan;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PlanRunnerTest {
    private final Rig rig = new Rig();

    @Test
    void run_wholePlan_everyTrialOfTheScheduleInItsOrder() throws InterruptedException {
        RunResult result = rig.run(Plans.repeated());

        assertThat(result.state()).isEqualTo(RunState.COMPLETE);
        assertThat(result.trials().stream().map(Trial::cell))
                .containsExactlyElementsOf(PlanSchedule.of(Plans.repeated()).launches().stream()
                        .flatMap(launch -> launch.trials().stream())
                        .map(PlannedTrial::cell)
                        .toList());
        assertThat(result.launches()).hasSize(27);
        assertThat(rig.store.written()).containsExactly(result);
    }

    @Test
    void run_wholePlan_everyProcessEnds() throws InterruptedException {
        rig.run(Plans.quick());

        assertThat(rig.machinery.open).isZero();
        assertThat(rig.machinery.events)
                .startsWith("calibrate", "delay service")
                .contains("burners", "start worker-processes");
    }

    @Test
    void run_eachTrial_keptBeforeTheNextBegins() throws InterruptedException {
        List<Integer> kept = new ArrayList<>();
        rig.measuring(seen -> {
            kept.add(rig.store.trials().size());
            return seen;
        });

        rig.run(Plans.plan(1, LaunchScope.ALL_EXPERIMENTS, Plans.LOAD));

        assertThat(kept).isSorted().contains(0, 1, 2, 3, 4, 5);
    }

    @Test
    void run_program_alternatesWhatComesFirst() throws InterruptedException {
        rig.run(Plans.plan(1, LaunchScope.ALL_EXPERIMENTS, Plans.PROGRAM));

        List<Integer> users = rig.driver.drives.stream()
                .filter(Rig::ofTrial)
                .map(LoadRequest::workload)
                .map(workload -> ((Workload.Closed) workload).users())
                .limit(6)
                .toList();
        assertThat(users).containsExactly(1, 2, 2, 1, 1, 2);
    }

    @Test
    void run_program_timesBurnersBesideTheService() throws InterruptedException {
        RunResult result = rig.run(Plans.plan(1, LaunchScope.ALL_EXPERIMENTS, Plans.PROGRAM));

        ProgramTrial trial = (ProgramTrial) result.trials().getFirst();
        assertThat(trial.blocks()).hasSize(3);
        assertThat(trial.blocks().getFirst().burners())
                .containsEntry(Arrangement.SERIAL, Duration.ofMillis(40))
                .containsEntry(Arrangement.TOGETHER, Duration.ofMillis(20));
    }

    @Test
    void run_programThatWaits_withoutBurners() throws InterruptedException {
        Experiment.Program waiting =
                new Experiment.Program("waiting", Plans.IO, 5, 1, EnumSet.of(Arrangement.TOGETHER));

        RunResult result = rig.run(Plans.plan(1, LaunchScope.ALL_EXPERIMENTS, waiting));

        Block block = ((ProgramTrial) result.trials().getFirst()).blocks().getFirst();
        assertThat(block.burners()).isEmpty();
        assertThat(block.service()).containsOnlyKeys(Arrangement.TOGETHER);
        assertThat(rig.machinery.events).doesNotContain("burners");
    }

    @Test
    void run_plan_registersTheDelaysOfTrialsAndWarmUp() throws InterruptedException {
        rig.run(Plans.quick());

        assertThat(rig.machinery.registered).containsExactly(Duration.ofMillis(5), Duration.ofMillis(100));
    }

    @Test
    void run_warmUp_withTheShortenedProfilesOfTheLaunch() throws InterruptedException {
        rig.run(Plans.quick());

        assertThat(rig.driver.drives.stream().filter(drive -> !Rig.ofTrial(drive)))
                .isNotEmpty()
                .allSatisfy(drive -> assertThat(drive.profile().ideal()).isLessThanOrEqualTo(Duration.ofMillis(5)))
                .anySatisfy(
                        drive -> assertThat(drive.profile().sum(StepKind.IO)).isPositive())
                .anySatisfy(drive -> assertThat(drive.profile().cpu()).isPositive());
    }

    @Test
    void run_progress_neverGoesBack() throws InterruptedException {
        rig.run(Plans.repeated());

        assertThat(rig.progress).isSorted().allSatisfy(done -> assertThat(done).isBetween(0.0, 1.0));
        assertThat(rig.progress.getFirst()).isZero();
        assertThat(rig.progress.getLast()).isGreaterThan(0.9);
    }

    @Test
    void run_sharesOfCapacity_offerSharesOfIt() throws InterruptedException {
        RunResult result = rig.run(Plans.plan(1, LaunchScope.ALL_EXPERIMENTS, Plans.SHARES));

        List<LoadTrial> threads = loadsOf(result, "threads");
        assertThat(threads)
                .extracting(LoadTrial::capacityShare)
                .contains(OptionalDouble.of(0.5), OptionalDouble.of(1.3));
        assertThat(capacity(threads.get(0))).isCloseTo(capacity(threads.get(1)), withPercentage(1e-6));
    }

    @Test
    void run_interruptedAnywhere_keepsWhatItHasAndResumesExactlyTheRest() throws InterruptedException {
        Plan plan = Plans.plan(1, LaunchScope.ALL_EXPERIMENTS, Plans.LOAD, Plans.SHARES);
        List<Trial> whole = new Rig().run(plan).trials();
        for (int n = 1; n <= whole.size(); n++) {
            Rig first = new Rig();
            first.interruptedInDrive(n);

            RunResult part = first.run(plan);

            assertThat(part.state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(part.trials()).hasSize(n - 1);
            assertThat(first.machinery.open).isZero();
            assertThat(first.store.written()).containsExactly(part);

            Rig second = new Rig();
            second.store = first.store;
            RunResult rest = second.run(plan);

            assertThat(rest.state()).isEqualTo(RunState.COMPLETE);
            assertThat(rest.trials()).extracting(Trial::cell).isEqualTo(cells(whole));
            assertThat(rest.trials()).extracting(Trial::order).doesNotHaveDuplicates();
            assertThat(second.driver.drives.stream().filter(Rig::ofTrial)).hasSize(whole.size() - n + 1);
            assertThat(second.machinery.events).doesNotContain("calibrate");
        }
    }

    @Test
    void run_resumedOnAnotherSpeedup_keepsTheRatesOfKeptCurves() throws InterruptedException {
        Plan plan = Plans.plan(2, LaunchScope.ALL_EXPERIMENTS, Plans.SHARES);
        rig.interruptedInDrive(8);
        rig.run(plan);
        Rig second = new Rig();
        second.store = rig.store;
        second.machinery = new FakeMachinery() {
            @Override
            public Burners startBurners(Calibration calibration, int cores) {
                return new SerialBurners(super.startBurners(calibration, cores));
            }
        };

        RunResult result = second.run(plan);

        List<LoadTrial> workers = loadsOf(result, "workers");
        assertThat(workers)
                .hasSize(4)
                .allSatisfy(trial ->
                        assertThat(capacity(trial)).isCloseTo(capacity(workers.getFirst()), withPercentage(1e-6)));
    }

    @Test
    void run_completeRun_resumedMakesNothing() throws InterruptedException {
        rig.run(Plans.quick());
        Rig second = new Rig();
        second.store = rig.store;

        RunResult again = second.run(Plans.quick());

        assertThat(again.state()).isEqualTo(RunState.COMPLETE);
        assertThat(second.machinery.events).isEmpty();
        assertThat(second.driver.drives).isEmpty();
    }

    @Test
    void run_interruptedWhileCalibrating_throwsAndWritesNothing() {
        rig.machinery = new FakeMachinery() {
            @Override
            public Calibration calibrate() throws InterruptedException {
                throw new InterruptedException();
            }
        };

        assertThatThrownBy(() -> rig.run(Plans.quick())).isInstanceOf(InterruptedException.class);
        assertThat(rig.store.written()).isEmpty();
    }

    private static List<CellKey> cells(List<Trial> trials) {
        return trials.stream().map(Trial::cell).toList();
    }

    private static List<LoadTrial> loadsOf(RunResult result, String deployment) {
        return result.trials().stream()
                .filter(trial -> trial.cell().deployment().equals(deployment))
                .map(LoadTrial.class::cast)
                .toList();
    }

    private static double capacity(LoadTrial trial) {
        return ((Workload.Open) trial.measurement().workload()).rate()
                / trial.capacityShare().orElseThrow();
    }
}
