package gilbench.profile;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Blocks that were measured back to back.
 *
 * @param one of one request at a time
 * @param two of two at once
 * @param three of three at once
 * @param baseline of one request at a time of an endpoint that does nothing
 */
public record Triple(Block one, Block two, Block three, Optional<Block> baseline) {
    /** Whether requests met in one process. */
    boolean met() {
        return two.usable() || three.usable();
    }

    /** How much longer two requests take than one, seconds; empty when they were not served by one process. */
    OptionalDouble second() {
        return longer(two);
    }

    /** How much longer three requests take than one, seconds; empty when they were not served by one process. */
    OptionalDouble third() {
        return longer(three);
    }

    /** {@link #second}, had all waiting for a processor delayed the last answer. */
    OptionalDouble secondAtLeast() {
        return atLeast(two);
    }

    /** {@link #third}, had all waiting for a processor delayed the last answer. */
    OptionalDouble thirdAtLeast() {
        return atLeast(three);
    }

    private OptionalDouble atLeast(Block block) {
        return block.usable() ? OptionalDouble.of(block.wall() - block.waited() - one.wall()) : OptionalDouble.empty();
    }

    private OptionalDouble longer(Block block) {
        return block.usable() ? OptionalDouble.of(block.wall() - one.wall()) : OptionalDouble.empty();
    }

    /** What a lone request waits, for whatever it may be, seconds. */
    double waiting() {
        return one.wall() - one.cpu();
    }

    /** What a lone request of the baseline waits: connection, driver and wake-ups; seconds. */
    OptionalDouble overhead() {
        return baseline.map(empty -> OptionalDouble.of(empty.wall() - empty.cpu()))
                .orElseGet(OptionalDouble::empty);
    }
}
