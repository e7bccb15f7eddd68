package gilbench.predict;

import gilbench.bench.arrival.Arrivals;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;

/**
 * What is simulated, in nanoseconds.
 *
 * @param groups worker processes, or interpreters in one process
 * @param threads of each group; without meaning unless the carrier is a pool
 * @param gil empty: no GIL
 * @param queue most requests that wait for a thread or a loop: of all groups together, unless the choice is hashed
 * @param deadline how long a request may take
 * @param costs what the machine adds
 * @param life when groups end and are started anew; only those of a pool
 * @param start from starting a group until it serves
 */
record Model(
        int groups,
        int threads,
        Carrier carrier,
        Choice choice,
        Optional<GilRules> gil,
        int queue,
        int maxInFlight,
        Cores cores,
        long deadline,
        Costs costs,
        WorkerLife life,
        long start,
        List<RequestKind> kinds,
        Load load) {
    Model {
        kinds = List.copyOf(kinds);
    }

    /** This model under another load. */
    Model with(Load other) {
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
                other);
    }

    /** What carries a request out. */
    enum Carrier {
        /** A fixed number of threads in each group. */
        POOL,
        /** A thread of its own. */
        THREAD_EACH,
        /** One loop in each group, which waits for nothing but the next turn. */
        LOOP
    }

    /** Which group a request goes to. */
    enum Choice {
        /** Requests wait in one queue; the group with most idle threads takes the next. */
        SHARED,
        /** Fixed on arrival: the group with fewest requests. */
        LEAST_LOADED,
        /** Fixed on arrival: any group with equal probability, each with a queue of its own. */
        HASHED
    }

    /**
     * The processors.
     *
     * @param tick how long a thread runs before another that wants its core, at most
     * @param efficiency speed of one core when all are busy, as a share of its speed alone
     */
    record Cores(int number, long tick, double efficiency) {}

    /** How requests arrive. */
    sealed interface Load {
        /** On a timetable made from a seed. */
        record Open(LongFunction<Arrivals> timetable) implements Load {}

        /** From users who wait for an answer, then think. */
        record Closed(int users, Delay think) implements Load {}

        /** At given times, the kinds of requests in turn, then nothing more. */
        record Script(List<Long> times) implements Load {}

        /** From threads that repeat one kind of request for ever: in each group, as many as its weight says of each kind. */
        record Repeated() implements Load {}
    }
}
