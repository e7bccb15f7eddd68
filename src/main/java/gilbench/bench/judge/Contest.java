package gilbench.bench.judge;

import gilbench.bench.stats.Estimate;
import gilbench.scenario.NamedDeployment;
import java.util.Comparator;
import java.util.List;

/**
 * Which of several deployments measured best in one number.
 *
 * <p>A deployment is worse than the best one when their intervals do not overlap and their values differ by more than
 * {@link #NOISE_FLOOR}; all that are not worse share the first place. When that is all of several, nothing is decided.
 */
record Contest(List<Entry> entries, Better better) {
    /** Values closer than this are taken as equal: what two launches of the same deployment on a shared machine differ by. */
    static final double NOISE_FLOOR = 0.05;

    /** Which end of the scale is good. */
    enum Better {
        HIGHER,
        LOWER
    }

    /** A deployment and its number. */
    record Entry(NamedDeployment deployment, Estimate value) {}

    Contest {
        entries = List.copyOf(entries);
    }

    /** The entries that share the first place, in the order of entry. */
    List<Entry> first() {
        if (entries.isEmpty()) {
            return List.of();
        }
        Comparator<Entry> byValue =
                Comparator.comparingDouble(entry -> entry.value().value());
        Entry best = better == Better.HIGHER
                ? entries.stream().max(byValue).orElseThrow()
                : entries.stream().min(byValue).orElseThrow();
        return entries.stream()
                .filter(entry -> !worse(entry.value(), best.value()))
                .toList();
    }

    /** Whether the first place leaves somebody out. */
    boolean decided() {
        return first().size() < entries.size();
    }

    private static boolean worse(Estimate value, Estimate best) {
        boolean apart = value.low() > best.high() || value.high() < best.low();
        return apart && Math.abs(value.value() - best.value()) > NOISE_FLOOR * Math.abs(best.value());
    }
}
