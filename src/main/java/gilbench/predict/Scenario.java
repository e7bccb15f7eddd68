package gilbench.predict;

import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.Workload;

/**
 * What is to be predicted.
 *
 * @param deployment what serves, its interpreter included
 * @param times what the machine adds
 * @param mix what is asked for
 * @param workload how requests arrive
 * @param sharing how worker processes share what waits; without meaning for other models
 * @param seed of all random streams: equal seeds let deployments be compared under equal arrivals
 * @param effort how much may be simulated
 * @param life when worker processes end and are started anew; without meaning for other models
 */
public record Scenario(
        Deployment deployment,
        MachineTimes times,
        Mix mix,
        Workload workload,
        Sharing sharing,
        long seed,
        Effort effort,
        WorkerLife life) {
    /** Workers that live for ever. */
    public Scenario(
            Deployment deployment,
            MachineTimes times,
            Mix mix,
            Workload workload,
            Sharing sharing,
            long seed,
            Effort effort) {
        this(deployment, times, mix, workload, sharing, seed, effort, WorkerLife.ENDLESS);
    }

    /** A shared queue, seed 1, normal effort, on a machine that nobody has calibrated. */
    public static Scenario of(Deployment deployment, Mix mix, Workload workload) {
        return new Scenario(deployment, MachineTimes.TYPICAL, mix, workload, Sharing.SHARED, 1, Effort.NORMAL);
    }

    /** This scenario on another machine. */
    public Scenario on(MachineTimes other) {
        return new Scenario(deployment, other, mix, workload, sharing, seed, effort, life);
    }

    /** This scenario under the interpreter and on the machine of {@code profile}. */
    public Scenario on(InterpreterProfile profile) {
        return new Scenario(
                deployment.withInterpreter(profile.interpreter()),
                profile.times(),
                mix,
                workload,
                sharing,
                seed,
                effort,
                life);
    }

    /** This scenario with another deployment. */
    public Scenario with(Deployment other) {
        return new Scenario(other, times, mix, workload, sharing, seed, effort, life);
    }

    /** This scenario with another effort. */
    public Scenario with(Effort other) {
        return new Scenario(deployment, times, mix, workload, sharing, seed, other, life);
    }

    /** This scenario with workers that live otherwise. */
    public Scenario with(WorkerLife other) {
        return new Scenario(deployment, times, mix, workload, sharing, seed, effort, other);
    }
}
