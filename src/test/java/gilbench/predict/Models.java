package gilbench.predict;

import gilbench.bench.arrival.Arrivals;
import gilbench.predict.Model.Carrier;
import gilbench.predict.Model.Choice;
import gilbench.predict.Model.Cores;
import gilbench.predict.Model.Load;
import gilbench.scenario.SignalStealing;
import gilbench.scenario.StepKind;
import gilbench.scenario.WaiterChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Builds models for tests: a pool over one group without a GIL on plenty of cores, unless told otherwise. */
final class Models {
    static final long MS = 1_000_000;

    private int groups = 1;
    private int threads = 1;
    private Carrier carrier = Carrier.POOL;
    private Choice choice = Choice.SHARED;
    private Optional<GilRules> gil = Optional.empty();
    private int queue = 1_000_000;
    private int maxInFlight = 1_000_000;
    private Cores cores = new Cores(1024, 4 * MS, 1);
    private long deadline = Long.MAX_VALUE;
    private Costs costs = Costs.NONE;
    private WorkerLife life = WorkerLife.ENDLESS;
    private long start;
    private final List<RequestKind> kinds = new ArrayList<>();
    private Load load = new Load.Script(List.of(0L));

    static Models pool(int threads) {
        Models models = new Models();
        models.threads = threads;
        return models;
    }

    static Models threadEach() {
        Models models = new Models();
        models.carrier = Carrier.THREAD_EACH;
        return models;
    }

    static Models loop() {
        Models models = new Models();
        models.carrier = Carrier.LOOP;
        return models;
    }

    /** A GIL with signalled threads that run at once. */
    static GilRules rules(double intervalMillis, WaiterChoice choice) {
        return rules(intervalMillis, 0, 0, choice);
    }

    /** A GIL with this poll gap and this wake latency, microseconds; who was preempted goes on at once. */
    static GilRules rules(double intervalMillis, long pollMicros, long wakeMicros, WaiterChoice choice) {
        return rules(intervalMillis, 0, pollMicros, wakeMicros, choice);
    }

    /** The same where the end of a window takes {@code windowMicros} of processor time. */
    static GilRules rules(
            double intervalMillis, long windowMicros, long pollMicros, long wakeMicros, WaiterChoice choice) {
        return rules(intervalMillis, windowMicros, pollMicros, wakeMicros, choice, SignalStealing.NONE);
    }

    /** A GIL with signalled threads that run at once, and one who steals. */
    static GilRules rules(double intervalMillis, WaiterChoice choice, SignalStealing stealing) {
        return rules(intervalMillis, 0, 0, 0, choice, stealing);
    }

    private static GilRules rules(
            double intervalMillis,
            long windowMicros,
            long pollMicros,
            long wakeMicros,
            WaiterChoice choice,
            SignalStealing stealing) {
        return new GilRules(
                Math.round(intervalMillis * MS),
                windowMicros * 1000,
                pollMicros * 1000,
                choice,
                stealing,
                Delay.constant(wakeMicros * 1000),
                Delay.NONE,
                0,
                4 * MS);
    }

    Models gil(GilRules rules) {
        gil = Optional.of(rules);
        return this;
    }

    Models groups(int number, Choice itsChoice) {
        groups = number;
        choice = itsChoice;
        return this;
    }

    Models queue(int places) {
        queue = places;
        return this;
    }

    Models maxInFlight(int most) {
        maxInFlight = most;
        return this;
    }

    Models cores(int number) {
        cores = new Cores(number, 4 * MS, 1);
        return this;
    }

    Models costs(Costs more) {
        costs = more;
        return this;
    }

    Models life(WorkerLife of, long startNanos) {
        life = of;
        start = startNanos;
        return this;
    }

    Models deadline(long nanos) {
        deadline = nanos;
        return this;
    }

    /** One more kind of requests; steps and demands in turn. */
    Models kind(double weight, Object... stepsAndDemands) {
        List<StepKind> steps = new ArrayList<>();
        List<Delay> demands = new ArrayList<>();
        for (int i = 0; i < stepsAndDemands.length; i += 2) {
            steps.add((StepKind) stepsAndDemands[i]);
            demands.add((Delay) stepsAndDemands[i + 1]);
        }
        kinds.add(new RequestKind(weight, steps, demands));
        return this;
    }

    Model poisson(double rate) {
        load = new Load.Open(seed -> Arrivals.poisson(rate, seed));
        return build();
    }

    Model closed(int users, Delay think) {
        load = new Load.Closed(users, think);
        return build();
    }

    Model script(Long... times) {
        load = new Load.Script(List.of(times));
        return build();
    }

    private Model build() {
        return new Model(
                groups,
                threads,
                carrier,
                choice,
                gil,
                queue,
                maxInFlight,
                cores,
                deadline,
                costs,
                life,
                start,
                kinds,
                load);
    }
}
