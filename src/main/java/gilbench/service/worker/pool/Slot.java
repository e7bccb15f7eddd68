package gilbench.service.worker.pool;

import gilbench.scenario.Outcome;
import gilbench.service.execution.Request;
import gilbench.service.worker.wire.Frame;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The place of one worker: a thread that starts a process, hears it until it ends, and starts the next. It waits before
 * the next when one did not become ready: 0.1 s, then twice as long each time, at most 6.4 s.
 */
final class Slot {
    private static final System.Logger LOG = System.getLogger(Slot.class.getName());
    private static final long BACK_OFF_MILLIS = 100;
    private static final int MOST_DOUBLINGS = 6;

    private final int index;
    private final Launcher launcher;
    private final WorkerCarrier pool;
    private final Thread thread;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private Optional<WorkerProcess> process = Optional.empty();

    Slot(int index, Launcher launcher, WorkerCarrier pool) {
        this.index = index;
        this.launcher = launcher;
        this.pool = pool;
        this.thread =
                Thread.ofPlatform().daemon().name("gilbench-worker-" + index).unstarted(this::keepWorking);
    }

    /** Starts; the future completes when the first process is ready, or fails when that one did not become so. */
    CompletableFuture<Void> start() {
        thread.start();
        return ready;
    }

    private void keepWorking() {
        try {
            int failures = 0;
            while (!closing.await(backOffMillis(failures), TimeUnit.MILLISECONDS)) {
                failures = work() ? 0 : failures + 1;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long backOffMillis(int failures) {
        return failures == 0 ? 0 : BACK_OFF_MILLIS << Math.min(failures - 1, MOST_DOUBLINGS);
    }

    /** Starts a process and hears it until it ends; false when it did not become ready. */
    private boolean work() throws InterruptedException {
        try {
            Worker worker = launcher.launch(index, this::started);
            pool.up(worker);
            ready.complete(null);
            hear(worker);
            return true;
        } catch (IOException e) {
            ready.completeExceptionally(e);
            if (pool.startFailed()) {
                LOG.log(Level.WARNING, "worker " + index + " " + e.getMessage());
            }
            return false;
        }
    }

    private void hear(Worker worker) throws InterruptedException {
        String reason = listen(worker);
        List<Request> lost = pool.down(worker);
        worker.hangUp();
        String end = worker.process().end();
        lost.forEach(request -> request.end(Outcome.WORKER_LOST, end));
        if (closing.getCount() > 0) {
            LOG.log(
                    Level.WARNING,
                    end + " (" + reason + ", " + lost.size() + " requests lost)"
                            + worker.process().lastLines());
        }
    }

    private String listen(Worker worker) {
        try {
            Optional<Frame> frame = worker.connections().receive();
            while (frame.isPresent()) {
                pool.heard(worker, frame.get());
                frame = worker.connections().receive();
            }
            return "the connection was closed";
        } catch (IOException e) {
            return e.toString();
        }
    }

    private synchronized void started(WorkerProcess started) {
        process = Optional.of(started);
        if (closing.getCount() == 0) {
            started.kill();
        }
    }

    /** Starts no further process. */
    void stop() {
        closing.countDown();
    }

    /** Kills the process, if there is one. */
    synchronized void kill() {
        process.ifPresent(WorkerProcess::kill);
    }

    /** Waits until it has stopped; says whether it did within {@code millis}. */
    boolean await(long millis) throws InterruptedException {
        return thread.join(Duration.ofMillis(millis));
    }
}
