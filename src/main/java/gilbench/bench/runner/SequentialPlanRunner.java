package gilbench.bench.runner;

import gilbench.bench.judge.Cells;
import gilbench.bench.judge.Conclusions;
import gilbench.bench.judge.RunVerdict;
import gilbench.bench.load.LoadDriver;
import gilbench.bench.result.Cell;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.Environment;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Origin;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.RunState;
import gilbench.scenario.Calibration;
import gilbench.scenario.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Makes one launch after the other. */
final class SequentialPlanRunner implements PlanRunner {
    private final Plan plan;
    private final Machinery machinery;
    private final RunStore store;
    private final RunClock clock;
    private final PlanSchedule schedule;
    private final RunRecord record;
    private final Milestones milestones;
    private final LaunchRunner launches;

    SequentialPlanRunner(
            Plan plan,
            Machinery machinery,
            LoadDriver driver,
            RunStore store,
            Progress progress,
            RunClock clock,
            CpuMeter meter) {
        this.plan = plan;
        this.machinery = machinery;
        this.store = store;
        this.clock = clock;
        this.schedule = PlanSchedule.of(plan);
        this.record = new RunRecord(store);
        this.milestones = new Milestones(progress, clock, expected());
        this.launches = new LaunchRunner(plan, machinery, driver, record, milestones, clock, meter);
    }

    @Override
    public RunResult run() throws InterruptedException {
        Instant started = clock.now();
        long began = clock.nanos();
        Environment environment = machinery.environment();
        Calibration calibration = calibrate();
        RunState state = measure(calibration);
        milestones.begin("judging and writing", Expectation.REPORT);
        Duration elapsed = Duration.ofNanos(clock.nanos() - began);
        RunResult result = judged(started, elapsed, state, environment, calibration);
        store.write(result);
        return result;
    }

    private RunResult judged(
            Instant started, Duration elapsed, RunState made, Environment environment, Calibration calibration) {
        List<Cell> cells = Cells.of(plan, record.launches(), record.trials());
        boolean worthless = !RunVerdict.reasons(plan, record.launches(), record.findings(), cells)
                .isEmpty();
        return new RunResult(
                Origin.MEASURED,
                plan,
                started,
                elapsed,
                made == RunState.COMPLETE && worthless ? RunState.INVALID : made,
                environment,
                calibration,
                record.launches(),
                record.trials(),
                cells,
                Conclusions.of(plan, cells),
                record.findings());
    }

    private RunState measure(Calibration calibration) {
        if (schedule.launches().stream().map(record::missing).allMatch(List::isEmpty)) {
            return RunState.COMPLETE;
        }
        try (SharedBurners burners = new SharedBurners(machinery, calibration)) {
            Capacities capacities = new Capacities(record.trials(), measureSpeedup(burners));
            milestones.begin("starting the delay service", Expectation.DELAY_SERVICE);
            try (Machinery.DelayService delays = machinery.startDelayService()) {
                IoDemand demand = IoDemand.of(plan, capacities);
                delays.register(demand.delays());
                calibrateDelayService(delays, demand);
                launchAll(new RunSite(calibration, delays.uri(), burners, capacities));
            }
            nameMissingCells();
            return RunState.COMPLETE;
        } catch (InterruptedException e) {
            forgetInterrupt();
            return RunState.INTERRUPTED;
        }
    }

    /** Closing a process sets the flag again; set, it would break the writing of the result. */
    private static void forgetInterrupt() {
        Thread.interrupted();
    }

    private Calibration calibrate() throws InterruptedException {
        if (store.calibration().isPresent()) {
            return store.calibration().get();
        }
        milestones.begin("calibrating", Expectation.CALIBRATION);
        Calibration measured = machinery.calibrate();
        store.keep(measured);
        return measured;
    }

    private OptionalDouble measureSpeedup(SharedBurners burners) throws InterruptedException {
        if (!schedule.needsCapacity()) {
            return OptionalDouble.empty();
        }
        milestones.begin("measuring the parallel speed-up of the machine", Expectation.SPEEDUP);
        int cores = plan.deployments().stream()
                .mapToInt(each -> each.deployment().cores())
                .max()
                .orElseThrow();
        return OptionalDouble.of(ParallelSpeedup.measure(burners.on(cores), cores));
    }

    private void calibrateDelayService(Machinery.DelayService delays, IoDemand demand) throws InterruptedException {
        if (demand.highest().isPresent()) {
            DelayGate.check(delays, demand.highest().get()).ifPresent(record::note);
        }
    }

    private void launchAll(RunSite site) throws InterruptedException {
        for (PlannedLaunch launch : schedule.launches()) {
            if (!record.missing(launch).isEmpty()) {
                launchTwiceAtMost(launch, site);
            }
        }
    }

    private void launchTwiceAtMost(PlannedLaunch launch, RunSite site) throws InterruptedException {
        try {
            launches.run(launch, site, List.of());
        } catch (Machinery.MachineryException e) {
            milestones.extend(launch.expected(record.missing(launch)));
            retry(launch, site, failure(launch, "first", e));
        }
    }

    private void retry(PlannedLaunch launch, RunSite site, Finding first) throws InterruptedException {
        try {
            launches.run(launch, site, List.of(first));
        } catch (Machinery.MachineryException e) {
            record.note(first);
            record.note(failure(launch, "second", e));
        }
    }

    private static Finding failure(PlannedLaunch launch, String start, Machinery.MachineryException e) {
        return new Finding(
                FindingType.LAUNCH_FAILED,
                "launch %d, %s, %s start: %s"
                        .formatted(launch.index() + 1, launch.deployment().name(), start, e.getMessage()));
    }

    private void nameMissingCells() {
        List<CellKey> missing =
                schedule.cells().stream().filter(cell -> !record.has(cell)).toList();
        if (!missing.isEmpty()) {
            record.note(new Finding(
                    FindingType.CELLS_MISSING,
                    missing.size() + " of " + schedule.cells().size() + " cells have no trial: "
                            + missing.stream().map(CellKey::toString).collect(Collectors.joining(", "))));
        }
    }

    private Duration expected() {
        return schedule.launches().stream()
                .map(launch -> launch.expected(record.missing(launch)))
                .reduce(schedule.preparation().plus(Expectation.REPORT), Duration::plus);
    }
}
