package gilbench.profile;

import java.util.List;

/** What carries overlapping requests out in one process of a service. */
public enum Serving {
    /** One thread: an event loop, or a worker that does one request after the other. */
    ONE_THREAD,

    /** Several threads. */
    SEVERAL_THREADS;

    /** Share of the processor time from which on one thread has done it all. */
    private static final double ALONE = 0.95;

    /** What {@code triples} show: of requests that met in one process; of any, when none did. */
    static Serving of(List<Triple> triples) {
        List<Block> met =
                triples.stream().flatMap(Triple::together).filter(Block::usable).toList();
        double share = (met.isEmpty() ? triples.stream().map(Triple::one) : met.stream())
                .mapToDouble(block -> block.use().busiestShare())
                .average()
                .orElse(1);
        return share >= ALONE ? ONE_THREAD : SEVERAL_THREADS;
    }
}
