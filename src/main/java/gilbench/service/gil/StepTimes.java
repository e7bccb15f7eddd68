package gilbench.service.gil;

import gilbench.scenario.StepKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Cumulative time of one interpreter by the kind of step, in nanoseconds.
 *
 * @param held time that steps of a kind ran with the GIL held; {@code native} and {@code io} steps never do
 * @param waited time that steps of a kind waited for the GIL: to begin, at a checkpoint, or after they had released it
 */
public record StepTimes(Map<StepKind, Long> held, Map<StepKind, Long> waited) {
    /** Nothing counted. */
    public static final StepTimes ZERO = new StepTimes(Map.of(), Map.of());

    /** Copies the maps; a kind that is missing counts zero. */
    public StepTimes {
        held = whole(held);
        waited = whole(waited);
    }

    private static Map<StepKind, Long> whole(Map<StepKind, Long> given) {
        Map<StepKind, Long> whole = new EnumMap<>(StepKind.class);
        for (StepKind kind : StepKind.values()) {
            whole.put(kind, given.getOrDefault(kind, 0L));
        }
        return Collections.unmodifiableMap(whole);
    }

    /** Nanoseconds that steps of {@code kind} held the GIL. */
    public long holdOf(StepKind kind) {
        return held.getOrDefault(kind, 0L);
    }

    /** Nanoseconds that steps of {@code kind} waited for the GIL. */
    public long waitOf(StepKind kind) {
        return waited.getOrDefault(kind, 0L);
    }
}
