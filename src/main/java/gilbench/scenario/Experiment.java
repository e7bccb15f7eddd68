package gilbench.scenario;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** What a plan measures on a deployment with one request profile. */
public sealed interface Experiment {
    /** A name unique in the plan: lower-case letters, digits and hyphens. */
    String name();

    /** What each request does. */
    RequestProfile profile();

    /**
     * A fixed number of requests timed as a whole, one after the other and together, in alternating blocks.
     *
     * @param requests how many requests one block makes in each arrangement
     * @param blocks how often
     */
    record Program(String name, RequestProfile profile, int requests, int blocks, Set<Arrangement> arrangements)
            implements Experiment {
        /** Checks the bounds. */
        public Program {
            Checks.between("requests", requests, 1, 16_384);
            Checks.between("blocks", blocks, 1, 10_000);
            Checks.atLeast("arrangements", arrangements.size(), 1);
            arrangements = Set.copyOf(EnumSet.copyOf(arrangements));
        }
    }

    /**
     * A continuous load at several points, each observed for a window.
     *
     * @param window how long each point is observed; where each user makes a number of requests, how long that is
     *     expected to take
     */
    record Load(String name, RequestProfile profile, Points points, Duration window) implements Experiment {
        /** Checks the bounds. */
        public Load {
            Checks.positive("window", window);
        }
    }

    /** The workload points of a load. */
    sealed interface Points {
        /** Open workloads at absolute rates per second. */
        record Rates(ArrivalPattern pattern, List<Double> rates) implements Points {
            /** Checks the rates. */
            public Rates {
                rates = List.copyOf(rates);
                Checks.atLeast("rates", rates.size(), 1);
                rates.forEach(rate -> Checks.positive("rates", rate));
            }
        }

        /** Open workloads at shares of the deployment's capacity; 1 is the capacity itself. */
        record Shares(ArrivalPattern pattern, List<Double> shares) implements Points {
            /** Checks the shares. */
            public Shares {
                shares = List.copyOf(shares);
                Checks.atLeast("shares", shares.size(), 1);
                shares.forEach(share -> Checks.positive("shares", share));
            }
        }

        /**
         * Closed workloads with these numbers of users.
         *
         * @param requestsEach how many requests each user makes; empty: until the window ends
         */
        record Users(List<Integer> users, OptionalInt requestsEach, Duration thinkTime) implements Points {
            /** Checks the numbers. */
            public Users {
                users = List.copyOf(users);
                Checks.atLeast("users", users.size(), 1);
                users.forEach(each -> Checks.between("users", each, 1, 16_384));
                requestsEach.ifPresent(n -> Checks.between("requests-each", n, 1, 1_000_000));
                Checks.notNegative("think-time", thinkTime);
            }
        }
    }
}
