package gilbench.predict;

import gilbench.bench.stats.Distribution;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Watches the threads of one simulation of a rehearsal. Threads are numbered process by process, in each in the order of the
 * actors.
 */
final class Stage implements Trace {
    private static final long NOT = -1;

    private final int threads;
    private final boolean gil;
    private final int[] kinds;
    private final List<Times> waits;
    private final List<Distribution.Recorder> recorders;
    private final Times slices = new Times();
    private final long[] cycles;
    private final long[] left;
    private final long[] length;
    private final int[] holders;
    private final long[] changed;
    private boolean open;

    /** One recorder for the waits of each of the actors, which other stages may share. */
    Stage(Rehearsal rehearsal, boolean gil, List<Distribution.Recorder> recorders) {
        this.gil = gil;
        this.recorders = recorders;
        threads = rehearsal.threads();
        kinds = IntStream.range(0, rehearsal.actors().size())
                .flatMap(kind -> IntStream.generate(() -> kind)
                        .limit(rehearsal.actors().get(kind).count()))
                .toArray();
        waits = rehearsal.actors().stream().map(_ -> new Times()).toList();
        int processes = rehearsal.deployment().workers();
        cycles = new long[processes * threads];
        left = new long[processes * threads];
        length = new long[processes * threads];
        holders = new int[processes];
        changed = new long[processes];
        Arrays.fill(left, NOT);
        Arrays.fill(holders, (int) NOT);
        Arrays.fill(changed, NOT);
    }

    @Override
    public void opened(long now) {
        open = true;
    }

    @Override
    public void left(int thread, long nanos, long now) {
        left[thread] = now;
        length[thread] = nanos;
    }

    @Override
    public void taken(int thread, long now) {
        if (left[thread] != NOT && open) {
            waited(kinds[thread % threads], Math.max(0, now - left[thread] - length[thread]));
        }
        left[thread] = NOT;
        if (gil) {
            held(thread, thread / threads, now);
        }
    }

    private void waited(int kind, long nanos) {
        waits.get(kind).record(nanos);
        recorders.get(kind).record(nanos);
    }

    @Override
    public void cycled(int thread, long now) {
        cycles[thread] += open ? 1 : 0;
    }

    private void held(int thread, int process, long now) {
        if (holders[process] == thread) {
            return;
        }
        holders[process] = thread;
        if (open) {
            if (changed[process] != NOT) {
                slices.record(now - changed[process]);
            }
            changed[process] = now;
        }
    }

    /** Lengths of the slices that began and ended in the window. */
    Times slices() {
        return slices;
    }

    Times waits(int kind) {
        return waits.get(kind);
    }

    /** The cycles of each thread of a kind. */
    long[] cycles(int kind) {
        return IntStream.range(0, cycles.length)
                .filter(thread -> kinds[thread % threads] == kind)
                .mapToLong(thread -> cycles[thread])
                .toArray();
    }
}
