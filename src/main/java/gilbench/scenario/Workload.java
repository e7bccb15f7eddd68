package gilbench.scenario;

import java.time.Duration;
import java.util.OptionalInt;

/** How requests arrive. */
public sealed interface Workload {
    /**
     * Arrivals on a timetable, independent of completions.
     *
     * @param rate arrivals per second, above 0
     */
    record Open(ArrivalPattern pattern, double rate) implements Workload {
        /** Checks the rate. */
        public Open {
            Checks.positive("rate", rate);
        }
    }

    /**
     * A fixed number of users who wait for their answer, then think.
     *
     * @param requestsEach how many requests each user makes; empty: until the window ends
     */
    record Closed(int users, OptionalInt requestsEach, Duration thinkTime) implements Workload {
        /** Checks the bounds. */
        public Closed {
            Checks.between("users", users, 1, 16_384);
            requestsEach.ifPresent(n -> Checks.atLeast("requests-each", n, 1));
            Checks.notNegative("think-time", thinkTime);
        }
    }
}
