package gilbench.predict;

import gilbench.bench.arrival.Arrivals;
import gilbench.predict.Model.Carrier;
import gilbench.predict.Model.Choice;
import gilbench.predict.Model.Cores;
import gilbench.predict.Model.Load;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.Workload;
import java.util.Optional;

/** Turns a scenario into what is simulated. */
final class ModelOf {
    private ModelOf() {}

    static Model scenario(Scenario scenario) {
        Deployment deployment = scenario.deployment();
        MachineTimes times = scenario.times();
        boolean workers = deployment.model() == ConcurrencyModel.WORKER_PROCESSES;
        return new Model(
                deployment.workers(),
                deployment.threads(),
                carrier(deployment.model()),
                !workers ? Choice.LEAST_LOADED : scenario.sharing() == Sharing.HASHED ? Choice.HASHED : Choice.SHARED,
                gil(deployment, times),
                deployment.queue(),
                deployment.maxInFlight(),
                new Cores(deployment.cores(), times.tick().toNanos(), times.parallelEfficiency()),
                deployment.deadline().toNanos(),
                times.frontCpu().toNanos(),
                workers ? times.dispatch().toNanos() : 0,
                scenario.mix().parts().stream()
                        .map(part -> RequestKind.of(part.profile(), part.weight(), deployment.interpreter()))
                        .toList(),
                load(scenario.workload()));
    }

    private static Carrier carrier(ConcurrencyModel model) {
        return switch (model) {
            case THREAD_PER_REQUEST, WORKER_PROCESSES -> Carrier.POOL;
            case VIRTUAL_THREADS -> Carrier.THREAD_EACH;
            case EVENT_LOOP -> Carrier.LOOP;
        };
    }

    private static Optional<GilRules> gil(Deployment deployment, MachineTimes times) {
        return deployment.interpreter().kind() == InterpreterKind.FREE_THREADED
                ? Optional.empty()
                : Optional.of(GilRules.of(deployment.interpreter(), times));
    }

    private static Load load(Workload workload) {
        return switch (workload) {
            case Workload.Open(var pattern, double rate) -> new Load.Open(seed -> Arrivals.of(pattern, rate, seed));
            case Workload.Closed closed -> new Load.Closed(closed.users(), Delay.constant(closed.thinkTime()));
        };
    }
}
