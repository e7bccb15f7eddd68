package gilbench.profile;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Blocks that were measured back to back.
 *
 * @param one of one request at a time
 * @param two of two at once
 * @param three of three at once
 * @param baseline of one request at a time of an endpoint that does nothing
 */
public record Triple(Block one, Block two, Block three, Optional<Block> baseline) {
    /** The blocks of several requests at once. */
    Stream<Block> together() {
        return Stream.of(two, three);
    }

    /** Whether requests met in one process. */
    boolean met() {
        return two.usable() || three.usable();
    }

    /**
     * How much longer two requests take than one that needs as much processor time as each of them, seconds; empty when they were
     * not served by one process.
     *
     * <p>Taken beyond the processor time of the same round, because the speed of a processor that is shared with others may be
     * another in the next.
     *
     * @param waiting which share of the time that threads waited for a processor delayed the last answer, 0 to 1
     */
    OptionalDouble second(double waiting) {
        return longer(two, waiting);
    }

    /** The same of three requests. */
    OptionalDouble third(double waiting) {
        return longer(three, waiting);
    }

    private OptionalDouble longer(Block block, double waiting) {
        return block.usable()
                ? OptionalDouble.of(block.beyondCpu(waiting) - one.beyondCpu(waiting))
                : OptionalDouble.empty();
    }

    /** Processor time of each of simultaneous requests that met, seconds. */
    double cpuOfMet() {
        return together()
                .filter(Block::usable)
                .mapToDouble(Block::cpu)
                .average()
                .orElseGet(one::cpu);
    }

    /** What a lone request waits, for whatever it may be, seconds. */
    double waiting() {
        return one.beyondCpu(0);
    }

    /** What a lone request of the baseline waits: connection, driver and wake-ups; seconds. */
    OptionalDouble overhead() {
        return baseline.map(empty -> OptionalDouble.of(empty.beyondCpu(0))).orElseGet(OptionalDouble::empty);
    }
}
