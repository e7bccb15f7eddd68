package gilbench.cpython.compare;

import gilbench.bench.stats.Estimate;
import java.util.Optional;

/**
 * Two intervals around 0 and the tolerance on them.
 *
 * @param simulated how far the simulation is from CPython
 * @param control how far CPython is from itself
 */
record Ruling(Estimate simulated, Estimate control, double tolerance) {
    /** The control's centre is off 0 by chance; beyond this share of the tolerance its interval rarely fits. */
    private static final double ROOM = 0.75;

    private static final double LEAST = 1e-9;

    Optional<Doubt> doubt() {
        if (simulated.n() < Comparison.FEWEST) {
            return Optional.of(Doubt.TOO_FEW);
        }
        if (control.low() < -tolerance || control.high() > tolerance) {
            return Optional.of(Doubt.UNLIKE_ITSELF);
        }
        return isInside() || isOutside() ? Optional.empty() : Optional.of(Doubt.CROSSES_THE_BOUND);
    }

    boolean isInside() {
        return simulated.low() >= -tolerance && simulated.high() <= tolerance;
    }

    private boolean isOutside() {
        return simulated.low() > tolerance || simulated.high() < -tolerance;
    }

    /** About how many repetitions decide: the half-width of an interval falls with the root of their number. */
    double needed() {
        double room = Math.max(LEAST, Math.abs(tolerance - Math.abs(simulated.value())));
        double wide = Math.max(half(control) / (ROOM * tolerance), half(simulated) / room);
        return Math.max(Comparison.FEWEST, simulated.n() * wide * wide);
    }

    private static double half(Estimate estimate) {
        return (estimate.high() - estimate.low()) / 2;
    }
}
