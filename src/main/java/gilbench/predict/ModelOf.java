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
import gilbench.scenario.PythonRuntime;
import gilbench.scenario.Workload;
import java.util.Optional;
import java.util.function.LongFunction;

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
                cores(deployment, times),
                deployment.deadline().toNanos(),
                costs(deployment, times),
                scenario.lifeOfWorkers(),
                times.processStart().toNanos(),
                scenario.mix().parts().stream()
                        .map(part -> RequestKind.of(part.profile(), part.weight(), deployment.interpreter()))
                        .toList(),
                load(scenario));
    }

    static Model rehearsal(Rehearsal rehearsal) {
        Deployment deployment = rehearsal.deployment();
        return new Model(
                deployment.workers(),
                rehearsal.threads(),
                Carrier.POOL,
                Choice.LEAST_LOADED,
                gil(deployment, rehearsal.times()),
                0,
                rehearsal.threads(),
                cores(deployment, rehearsal.times()),
                Long.MAX_VALUE,
                Costs.ofThread(
                        late(rehearsal.times()), rehearsal.times().release().toNanos()),
                WorkerLife.ENDLESS,
                0,
                rehearsal.actors().stream()
                        .map(actors -> RequestKind.of(actors, deployment.interpreter()))
                        .toList(),
                new Load.Repeated());
    }

    /** What the machine adds to requests; only a process apart reads requests, and loops and virtual
     * threads of this process answer without a call. */
    static Costs costs(Deployment deployment, MachineTimes times) {
        boolean workers = deployment.model() == ConcurrencyModel.WORKER_PROCESSES;
        boolean apart = workers || deployment.runtime() == PythonRuntime.CPYTHON;
        return new Costs(
                times.driverCpu().toNanos(),
                times.frontCpu().toNanos(),
                workers ? times.dispatch().toNanos() : 0,
                deployment.model() == ConcurrencyModel.VIRTUAL_THREADS ? Delay.NONE : Delay.of(times.wake()),
                apart ? times.receive().toNanos() : 0,
                apart || deployment.threadBound() ? times.send().toNanos() : 0,
                times.send().toNanos(),
                times.receive().toNanos(),
                times.delayCpu().toNanos(),
                times.warmShare(),
                late(times),
                times.release().toNanos(),
                times.loopTick().toNanos());
    }

    private static Cores cores(Deployment deployment, MachineTimes times) {
        return new Cores(deployment.cores(), times.tick().toNanos(), times.parallelEfficiency());
    }

    private static Delay late(MachineTimes times) {
        return Delay.constant(times.timerSlack()).plus(Delay.of(times.wake()));
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

    private static Load load(Scenario scenario) {
        return switch (scenario.workload()) {
            case Workload.Open(var pattern, double rate) ->
                new Load.Open(scenario.ramp()
                        .<LongFunction<Arrivals>>map(ramp -> seed -> Arrivals.ramp(pattern, ramp, seed))
                        .orElse(seed -> Arrivals.of(pattern, rate, seed)));
            case Workload.Closed closed -> new Load.Closed(closed.users(), Delay.constant(closed.thinkTime()));
        };
    }
}
