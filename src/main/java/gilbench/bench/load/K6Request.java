package gilbench.bench.load;

import gilbench.bench.result.End;
import gilbench.scenario.TimeBudget;
import java.util.Optional;

/**
 * One request as k6 saw it; times in nanoseconds since 1970.
 *
 * @param user the virtual user
 * @param turn how many requests this user made before
 * @param iteration how many starts were before, dropped ones not counted
 * @param delay of its start, nanoseconds
 * @param actual when it was written; for a request that never got a connection, when it was asked for, to the millisecond
 */
record K6Request(
        int user, int turn, long iteration, long delay, long actual, long end, End how, Optional<TimeBudget> budget) {}
