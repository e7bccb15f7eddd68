package gilbench.predict;

import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.Ramp;
import gilbench.scenario.Workload;
import java.util.Locale;
import java.util.Optional;

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
 * @param ramp how the rate of the open workload, which is its mean then, changes while it is observed; empty: not at all
 */
public record Scenario(
        Deployment deployment,
        MachineTimes times,
        Mix mix,
        Workload workload,
        Sharing sharing,
        long seed,
        Effort effort,
        WorkerLife life,
        Optional<Ramp> ramp) {
    /** Checks that a ramp belongs to the workload, and that it can be simulated as often as the effort asks for. */
    public Scenario {
        if (ramp.isPresent()) {
            check(ramp.get(), workload, effort);
        }
    }

    /** Workers that live for ever, at a rate that does not change. */
    public Scenario(
            Deployment deployment,
            MachineTimes times,
            Mix mix,
            Workload workload,
            Sharing sharing,
            long seed,
            Effort effort) {
        this(deployment, times, mix, workload, sharing, seed, effort, WorkerLife.ENDLESS, Optional.empty());
    }

    /** A shared queue, seed 1, normal effort, on a machine that nobody has calibrated. */
    public static Scenario of(Deployment deployment, Mix mix, Workload workload) {
        return new Scenario(deployment, MachineTimes.TYPICAL, mix, workload, Sharing.SHARED, 1, Effort.NORMAL);
    }

    /** This scenario on another machine. */
    public Scenario on(MachineTimes other) {
        return new Scenario(deployment, other, mix, workload, sharing, seed, effort, life, ramp);
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
                life,
                ramp);
    }

    /** This scenario with another deployment. */
    public Scenario with(Deployment other) {
        return new Scenario(other, times, mix, workload, sharing, seed, effort, life, ramp);
    }

    /** This scenario with another effort. */
    public Scenario with(Effort other) {
        return new Scenario(deployment, times, mix, workload, sharing, seed, other, life, ramp);
    }

    /** This scenario with workers that live otherwise. */
    public Scenario with(WorkerLife other) {
        return new Scenario(deployment, times, mix, workload, sharing, seed, effort, other, ramp);
    }

    /**
     * This scenario with an open workload of the same pattern whose rate changes; it is observed from the beginning of the
     * ramp, when nothing is in flight, to its end.
     *
     * @throws BoundException when the effort does not allow as many arrivals
     */
    public Scenario with(Ramp other) {
        ArrivalPattern pattern = workload instanceof Workload.Open open ? open.pattern() : ArrivalPattern.POISSON;
        Workload mean = new Workload.Open(pattern, other.mean());
        return new Scenario(deployment, times, mix, mean, sharing, seed, effort, life, Optional.of(other));
    }

    /** The workload when its rate is highest. */
    Workload busiest() {
        return ramp.isPresent() && workload instanceof Workload.Open open
                ? new Workload.Open(open.pattern(), ramp.get().peak())
                : workload;
    }

    /** When workers end, for ever where the model has none. */
    WorkerLife lifeOfWorkers() {
        return deployment.model() == ConcurrencyModel.WORKER_PROCESSES ? life : WorkerLife.ENDLESS;
    }

    private static void check(Ramp ramp, Workload workload, Effort effort) {
        if (!(workload instanceof Workload.Open open && open.rate() == ramp.mean())) {
            throw new BoundException("ramp", ramp.toString(), "must have the mean rate of an open workload");
        }
        double most = (double) effort.requests() / effort.replications();
        if (ramp.arrivals() < 1 || ramp.arrivals() > most) {
            throw new BoundException(
                    "ramp",
                    String.format(Locale.ROOT, "%.3g arrivals", ramp.arrivals()),
                    String.format(Locale.ROOT, "must be between 1 and %.0f", most));
        }
    }
}
