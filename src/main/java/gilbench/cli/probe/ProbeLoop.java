package gilbench.cli.probe;

import gilbench.cpython.probe.ProbeThreads;
import gilbench.scenario.StepKind;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * An event loop as asyncio runs it: one poll for each tick, always with the GIL dropped and for a time rounded up to whole
 * milliseconds, then every callback that is due.
 */
final class ProbeLoop extends ProbeActor {
    private static final long TICK = 10_000_000;
    private static final long MILLI = 1_000_000;

    private final PriorityQueue<Timer> timers = new PriorityQueue<>(Comparator.comparingLong(Timer::due));

    ProbeLoop(ProbeThreads role, int number) {
        super(role, number);
    }

    private record Timer(long due, Runnable callback) {}

    @Override
    void act(ProbeStage stage) {
        tick(stage);
        block(stage);
        while (!timers.isEmpty()) {
            long now = System.nanoTime();
            long left = Math.max(0, timers.element().due() - now);
            stage.sleep((left + MILLI - 1) / MILLI * MILLI);
            runDue();
        }
    }

    private void runDue() {
        long now = System.nanoTime();
        while (!timers.isEmpty() && timers.element().due() <= now) {
            timers.remove().callback().run();
        }
    }

    private void tick(ProbeStage stage) {
        long began = System.nanoTime();
        after(TICK, () -> {
            long at = System.nanoTime();
            waited(at - began - TICK);
            if (!stage.isOver(at)) {
                tick(stage);
            }
        });
    }

    private void block(ProbeStage stage) {
        if (stage.isOver(System.nanoTime())) {
            return;
        }
        stage.burn(StepKind.PYTHON, role().first());
        did(1);
        after(role().second().toNanos(), () -> block(stage));
    }

    private void after(long nanos, Runnable callback) {
        timers.add(new Timer(System.nanoTime() + nanos, callback));
    }
}
