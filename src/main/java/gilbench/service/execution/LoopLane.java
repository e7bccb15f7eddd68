package gilbench.service.execution;

import gilbench.service.gil.GilStatistics;
import gilbench.service.gil.StepTimes;
import gilbench.service.interpreter.DelayPort;
import gilbench.service.interpreter.PythonInterpreter;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One interpreter's event loop on one thread, after asyncio: each tick takes the GIL, runs exactly the tasks that were
 * ready at that moment, and drops the GIL around the poll for more. Tasks made ready meanwhile wait for the next tick.
 *
 * <p>{@code lock} guards all fields below it. Invariants: a request that has not begun is in {@code ready} or
 * {@code tick}, and holds a place unless it found nothing ready and nothing running. {@code running} ends before the
 * request is answered, so that whoever saw an answer finds the loop free.
 */
final class LoopLane implements Lane {
    private final PythonInterpreter interpreter;
    private final DelayPort delays;
    private final Semaphore places;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<LoopTask> ready = new ArrayDeque<>();
    private final Queue<LoopTask> tick = new ArrayDeque<>();
    private boolean running;
    private boolean closed;
    private int load;

    private LoopLane(PythonInterpreter interpreter, DelayPort delays, Semaphore places) {
        this.interpreter = interpreter;
        this.delays = delays;
        this.places = places;
    }

    static LoopLane start(PythonInterpreter interpreter, DelayPort delays, Semaphore places) {
        LoopLane lane = new LoopLane(interpreter, delays, places);
        Thread.ofPlatform().daemon().name("gilbench-loop").start(lane::loop);
        return lane;
    }

    @Override
    public boolean accept(Request request) {
        lock.lock();
        try {
            boolean free = !running && ready.isEmpty() && tick.isEmpty();
            if (!free && !places.tryAcquire()) {
                return false;
            }
            ready.add(new LoopTask(request, !free));
            load++;
            changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        while (poll()) {
            interpreter.gil().take();
            try {
                for (Optional<LoopTask> task = next(); task.isPresent(); task = next()) {
                    run(task.get());
                }
            } finally {
                interpreter.gil().drop();
            }
        }
    }

    /** Waits until something is ready and makes it the next tick; false when closed. */
    private boolean poll() {
        lock.lock();
        try {
            while (ready.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            tick.addAll(ready);
            ready.clear();
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private Optional<LoopTask> next() {
        lock.lock();
        try {
            Optional<LoopTask> next = Optional.ofNullable(tick.poll());
            running = next.isPresent();
            if (next.filter(LoopTask::holdsPlace).isPresent()) {
                places.release();
            }
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void run(LoopTask task) {
        switch (task.turn(interpreter)) {
            case Turn.Done(Runnable ending) -> {
                ran(1);
                ending.run();
            }
            case Turn.Waits waits -> {
                ran(0);
                task.await(delays, waits, () -> resume(task));
            }
        }
    }

    private void ran(int done) {
        lock.lock();
        try {
            running = false;
            load -= done;
        } finally {
            lock.unlock();
        }
    }

    private void resume(LoopTask task) {
        lock.lock();
        try {
            ready.add(task);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean withdraw(Request request) {
        lock.lock();
        try {
            return remove(request, tick) || remove(request, ready);
        } finally {
            lock.unlock();
        }
    }

    private boolean remove(Request request, Queue<LoopTask> from) {
        for (Iterator<LoopTask> tasks = from.iterator(); tasks.hasNext(); ) {
            LoopTask task = tasks.next();
            if (task.request() == request) {
                tasks.remove();
                load--;
                if (task.holdsPlace()) {
                    places.release();
                }
                return true;
            }
        }
        return false;
    }

    @Override
    public int queued() {
        lock.lock();
        try {
            return ready.size() + tick.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int load() {
        lock.lock();
        try {
            return load;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public GilStatistics gil() {
        return interpreter.gil().statistics();
    }

    @Override
    public StepTimes steps() {
        return interpreter.stepTimes();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }
}
