package gilbench.bench.runner;

import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Experiment;
import gilbench.scenario.Workload;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** One workload point of a load, before the capacity of its deployment is known. */
public sealed interface LoadPoint {
    /** What cell keys call it: {@code 120/s}, {@code 80% of capacity}, {@code 16 users}. */
    String label();

    /** A workload that does not depend on the capacity. */
    record Fixed(Workload workload) implements LoadPoint {
        @Override
        public String label() {
            return switch (workload) {
                case Workload.Open open -> plain(open.rate()) + "/s";
                case Workload.Closed closed -> closed.users() + (closed.users() == 1 ? " user" : " users");
            };
        }
    }

    /** An open workload at a share of the capacity; 1 is the capacity itself. */
    record OfCapacity(ArrivalPattern pattern, double share) implements LoadPoint {
        @Override
        public String label() {
            return BigDecimal.valueOf(share)
                            .movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString() + "% of capacity";
        }
    }

    /** The points of a load in the order of the plan, each once. */
    static List<LoadPoint> of(Experiment.Points points) {
        return all(points).distinct().toList();
    }

    private static Stream<LoadPoint> all(Experiment.Points points) {
        return switch (points) {
            case Experiment.Points.Rates(ArrivalPattern pattern, List<Double> rates) ->
                rates.stream().<LoadPoint>map(rate -> new Fixed(new Workload.Open(pattern, rate)));
            case Experiment.Points.Shares(ArrivalPattern pattern, List<Double> shares) ->
                shares.stream().<LoadPoint>map(share -> new OfCapacity(pattern, share));
            case Experiment.Points.Users(List<Integer> users, var requestsEach, var thinkTime) ->
                users.stream().<LoadPoint>map(n -> new Fixed(new Workload.Closed(n, requestsEach, thinkTime)));
        };
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
