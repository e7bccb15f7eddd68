package gilbench.cpython.compare;

import gilbench.bench.stats.Estimate;
import gilbench.bench.stats.SignedRank;
import java.util.Optional;

/**
 * Two intervals around 0 and the tolerance on them.
 *
 * @param simulated how far the simulation is from CPython
 * @param control how far CPython is from itself
 */
record Ruling(SignedRank simulated, SignedRank control, double tolerance) {
    /** The control's centre is off 0 by chance; beyond this share of the tolerance its interval rarely fits. */
    private static final double ROOM = 0.75;

    private static final double LEAST = 1e-9;

    Optional<Doubt> doubt() {
        if (simulated.estimate().n() < Comparison.FEWEST) {
            return Optional.of(Doubt.TOO_FEW);
        }
        Estimate itself = control.estimate();
        if (itself.low() < -tolerance || itself.high() > tolerance) {
            return Optional.of(Doubt.UNLIKE_ITSELF);
        }
        return isInside() || isOutside() ? Optional.empty() : Optional.of(Doubt.CROSSES_THE_BOUND);
    }

    boolean isInside() {
        Estimate seen = simulated.estimate();
        return seen.low() >= -tolerance && seen.high() <= tolerance;
    }

    private boolean isOutside() {
        Estimate seen = simulated.estimate();
        return seen.low() > tolerance || seen.high() < -tolerance;
    }

    /** About how many repetitions decide: the half-width of an interval falls with the root of their number. */
    double needed() {
        double wide = Math.max(control.usualHalfWidth() / (ROOM * tolerance), simulated.usualHalfWidth() / room());
        return Math.max(Comparison.FEWEST, simulated.estimate().n() * wide * wide);
    }

    /** From the estimate to the bound; an estimate that lies at the bound may do so by chance. */
    private double room() {
        double seen = Math.abs(tolerance - Math.abs(simulated.estimate().value()));
        return Math.max(LEAST, Math.max(seen, Math.min(tolerance, simulated.usualHalfWidth() / 2)));
    }
}
