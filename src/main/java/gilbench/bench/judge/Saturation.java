package gilbench.bench.judge;

import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.InFlight;
import gilbench.bench.result.Measurement;
import gilbench.scenario.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the service got more than it can do: it turned requests away, let their deadline pass, could not take them in, or
 * had more and more in flight.
 *
 * <p>In flight grows when the number at the end of the window exceeds that at its start by more than 2 % of what was due and
 * by more than three standard deviations of the difference of two Poisson numbers; only open workloads can grow.
 */
final class Saturation {
    private static final double LEAST_GROWTH = 0.02;
    private static final double DEVIATIONS = 3;

    private final Measurement measurement;
    private final boolean generatorHolds;

    Saturation(Measurement measurement, boolean generatorHolds) {
        this.measurement = measurement;
        this.generatorHolds = generatorHolds;
    }

    /** The finding with all its signs, if there is one. */
    Optional<Finding> finding() {
        List<String> signs = new ArrayList<>();
        sign(signs, measurement.ended(End.REJECTED), "turned away");
        sign(signs, measurement.ended(End.DEADLINE_PASSED), "past their deadline");
        if (generatorHolds) {
            sign(signs, measurement.dropped(), "not started because too many were in flight");
        }
        InFlight inFlight = measurement.inFlight();
        if (grows(inFlight)) {
            signs.add("in flight grew from " + inFlight.atStart() + " to " + inFlight.atEnd());
        }
        return signs.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(FindingType.SATURATED, String.join(", ", signs)));
    }

    private static void sign(List<String> signs, long requests, String what) {
        if (requests > 0) {
            signs.add(requests + (requests == 1 ? " request " : " requests ") + what);
        }
    }

    private boolean grows(InFlight inFlight) {
        long growth = inFlight.atEnd() - inFlight.atStart();
        return measurement.workload() instanceof Workload.Open
                && growth > LEAST_GROWTH * measurement.due()
                && growth > DEVIATIONS * Math.sqrt(2.0 * (inFlight.atStart() + 1));
    }
}
