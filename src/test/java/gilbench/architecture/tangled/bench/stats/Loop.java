package gilbench.architecture.tangled.bench.stats;

import gilbench.architecture.tangled.service.gil.Knot;
import java.util.List;

/** Closes a cycle with the service. */
public record Loop(List<Knot> knots) {
    /** The first knot. */
    public Knot first() {
        return knots.getFirst();
    }
}
