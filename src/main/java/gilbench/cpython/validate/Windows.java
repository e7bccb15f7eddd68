package gilbench.cpython.validate;

import gilbench.cpython.probe.ProbeThreads;
import java.time.Duration;

/**
 * How long a case is observed in one repetition: as long as its numbers need to settle, and no longer, because more repetitions
 * say more about a machine that changes.
 */
record Windows(ValidationExtent extent) {
    private static final Duration BLOCK = Duration.ofMillis(50);
    private static final Duration LEAST_BLOCK = Duration.ofMillis(40);
    private static final int CALLS_OF_BLOCK = 30;
    private static final Duration IO = Duration.ofMillis(250);
    private static final Duration SLICES = Duration.ofMillis(250);
    private static final int MORE_SLICES = 30;
    private static final Duration FAIRNESS = Duration.ofMillis(600);
    private static final Duration CYCLES = Duration.ofMillis(400);
    private static final int FEWEST_CYCLES = 8;
    private static final Duration LOOP = Duration.ofMillis(750);
    private static final int FEWEST_CALLBACKS = 7;
    private static final Duration ALONE = Duration.ofMillis(300);
    private static final Duration BESIDE_ONE = Duration.ofMillis(250);
    private static final int SLICES_BESIDE_ONE = 20;
    private static final Duration BESIDE_MORE = Duration.ofMillis(375);
    private static final int ROUNDS_BESIDE_MORE = 6;

    /** Of a block of CPU work. */
    Duration block() {
        return longer(scaled(BLOCK), LEAST_BLOCK);
    }

    /** Of a block of calls, which are counted whole. */
    Duration blockOf(Duration call) {
        return longer(block(), call.multipliedBy(CALLS_OF_BLOCK));
    }

    /** Of threads that wait; two cycles and a half at least. */
    Duration io(Duration wait) {
        return scaled(longer(IO, wait.multipliedBy(5).dividedBy(2)));
    }

    /** Of slices. */
    Duration slices(Duration interval) {
        return scaled(SLICES.plus(interval.multipliedBy(MORE_SLICES)));
    }

    /** Of shares, which differ the less the longer it is. */
    Duration fairness() {
        return scaled(FAIRNESS);
    }

    /** Of threads that work and wait in turn and need {@code cycle} for both. */
    Duration cycles(Duration cycle) {
        return scaled(longer(CYCLES, cycle.multipliedBy(FEWEST_CYCLES)));
    }

    /** Ends half a cycle after a callback is due, so that a little more or less time for each does not change their number. */
    Duration callbacks(Duration cycle) {
        long whole = Math.max(FEWEST_CALLBACKS, scaled(LOOP).dividedBy(cycle));
        return cycle.multipliedBy(whole).plus(cycle.dividedBy(2));
    }

    /** Ends within the first call after {@code pause}. */
    Duration oneCall(Duration pause, Duration call) {
        return pause.plus(call.multipliedBy(3).dividedBy(4));
    }

    /**
     * Of waits, whose mean spreads the more the fewer they are; one takes about a round of the competitors. Long enough for the
     * waits that the extent wants of all repetitions.
     */
    Duration beside(Competitors competitors, ProbeThreads watched) {
        Duration cycle = watched.first().plus(watched.second()).dividedBy(2).plus(competitors.round());
        return longer(
                usual(competitors), cycle.multipliedBy(extent.pooledWaits()).dividedBy(extent.repetitions()));
    }

    private Duration usual(Competitors competitors) {
        return switch (competitors.threads()) {
            case 0 -> scaled(ALONE);
            case 1 -> scaled(BESIDE_ONE.plus(competitors.round().multipliedBy(SLICES_BESIDE_ONE)));
            default ->
                scaled(BESIDE_MORE.plus(competitors.round().multipliedBy(ROUNDS_BESIDE_MORE)), extent.scaleOfWaits());
        };
    }

    private Duration scaled(Duration window) {
        return scaled(window, extent.scale());
    }

    private static Duration scaled(Duration window, double factor) {
        return Duration.ofMillis(Math.round(window.toNanos() * factor / 1e6));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
