package gilbench.service.interpreter;

import gilbench.service.gil.Gil;
import gilbench.service.gil.GilStatistics;

/** A GIL that waits a little, in real time, at every checkpoint. */
final class WaitingGil implements Gil {
    /** Nanoseconds that each checkpoint reports; it takes at least as long. */
    static final long WAIT = 20_000;

    @Override
    public long take() {
        return 0;
    }

    @Override
    public long drop() {
        return 0;
    }

    @Override
    public boolean dropRequested() {
        return true;
    }

    @Override
    public long checkpoint() {
        long until = System.nanoTime() + WAIT;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return WAIT;
    }

    @Override
    public GilStatistics statistics() {
        return GilStatistics.ZERO;
    }
}
