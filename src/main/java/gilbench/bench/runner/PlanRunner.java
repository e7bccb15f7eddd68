package gilbench.bench.runner;

import gilbench.bench.load.LoadDriver;
import gilbench.bench.result.RunResult;
import gilbench.scenario.Plan;

/**
 * Executes a plan once: calibrates the machine, starts the delay service, makes every launch of the schedule and keeps
 * each trial as soon as it is measured, judges, and writes the result.
 *
 * <p>A trial that the store has kept already is not made again. A launch of which trials are missing is started anew for
 * these alone; so a run that was interrupted goes on where it ended, and loses at most the trial that was under way.
 *
 * <p>A launch whose process fails is started once more for what it still lacks; when that fails too, its missing cells
 * are named in a finding and the run goes on.
 */
public interface PlanRunner {
    /**
     * Runs the plan. When the calling thread is interrupted, the trial under way is given up, every process ends, and what
     * there is is judged and written with the state {@code INTERRUPTED}.
     *
     * @throws InterruptedException when interrupted before there was a calibration, so that there is nothing to write
     * @throws Machinery.MachineryException when the calibration, the delay service or the plain burners cannot be had
     */
    RunResult run() throws InterruptedException;

    /** A runner of {@code plan} that goes on from what {@code store} has kept. */
    static PlanRunner of(
            Plan plan, Machinery machinery, LoadDriver driver, RunStore store, Progress progress, RunClock clock) {
        return new SequentialPlanRunner(plan, machinery, driver, store, progress, clock, CpuMeter.sampling());
    }
}
