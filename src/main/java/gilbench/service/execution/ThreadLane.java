package gilbench.service.execution;

import gilbench.scenario.Outcome;
import gilbench.service.gil.GilStatistics;
import gilbench.service.gil.StepTimes;
import gilbench.service.interpreter.DelayPort;
import gilbench.service.interpreter.PythonInterpreter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Threads of one interpreter, one for each request being carried; those beyond wait in order of arrival.
 *
 * <p>{@code lock} guards {@code queue} and {@code busy}. Invariants: a request is in {@code queue} if and only if it holds
 * one of the places; while one is in {@code queue}, {@code busy} is {@code most}. A thread gives up its part in
 * {@code busy} before it answers, so that whoever saw an answer finds the thread free.
 */
final class ThreadLane implements Lane {
    private final PythonInterpreter interpreter;
    private final DelayPort delays;
    private final ExecutorService threads;
    private final int most;
    private final Semaphore places;
    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Request> queue = new ArrayDeque<>();
    private int busy;

    private ThreadLane(
            PythonInterpreter interpreter, DelayPort delays, ExecutorService threads, int most, Semaphore places) {
        this.interpreter = interpreter;
        this.delays = delays;
        this.threads = threads;
        this.most = most;
        this.places = places;
    }

    /** At most {@code most} platform threads, started when first needed. */
    static ThreadLane platform(PythonInterpreter interpreter, DelayPort delays, int most, Semaphore places) {
        ThreadFactory factory =
                Thread.ofPlatform().daemon().name("gilbench-request-", 0).factory();
        return new ThreadLane(interpreter, delays, Executors.newFixedThreadPool(most, factory), most, places);
    }

    /** A virtual thread for each request, however many: nobody waits for a place. */
    static ThreadLane virtual(PythonInterpreter interpreter, DelayPort delays) {
        ThreadFactory factory = Thread.ofVirtual().name("gilbench-request-", 0).factory();
        return new ThreadLane(
                interpreter, delays, Executors.newThreadPerTaskExecutor(factory), Integer.MAX_VALUE, new Semaphore(0));
    }

    @Override
    public boolean accept(Request request) {
        lock.lock();
        try {
            if (busy == most) {
                return places.tryAcquire() && queue.add(request);
            }
            busy++;
        } finally {
            lock.unlock();
        }
        start(request);
        return true;
    }

    private void start(Request request) {
        try {
            threads.execute(() -> carryOn(request));
        } catch (RuntimeException | OutOfMemoryError e) {
            next();
            request.end(Outcome.FAILED, "no thread could be started: " + e);
        }
    }

    private void carryOn(Request first) {
        Optional<Request> request = Optional.of(first);
        while (request.isPresent()) {
            Runnable ending = carry(request.get());
            request = next();
            ending.run();
            settle();
        }
    }

    /** A thread that has written its reply takes the GIL again before it drops it to wait for the next request. */
    private void settle() {
        interpreter.gil().take();
        interpreter.gil().drop();
    }

    private Optional<Request> next() {
        lock.lock();
        try {
            Optional<Request> next = Optional.ofNullable(queue.poll());
            next.ifPresentOrElse(_ -> places.release(), () -> busy--);
            return next;
        } finally {
            lock.unlock();
        }
    }

    private Runnable carry(Request request) {
        if (!request.begin()) {
            return request::expire;
        }
        try {
            boolean all = interpreter.run(request.profile(), delays, request.deadline(), request.ledger());
            return all
                    ? () -> request.end(Outcome.COMPLETED, "")
                    : () -> request.end(Outcome.DEADLINE_PASSED, Request.LATE);
        } catch (IOException e) {
            return () -> request.end(Outcome.DOWNSTREAM_FAILED, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return () -> request.end(Outcome.FAILED, "interrupted");
        } catch (RuntimeException | Error e) {
            return () -> request.end(Outcome.FAILED, e.toString());
        }
    }

    @Override
    public boolean withdraw(Request request) {
        lock.lock();
        try {
            boolean waited = queue.remove(request);
            if (waited) {
                places.release();
            }
            return waited;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int queued() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public int load() {
        lock.lock();
        try {
            return busy + queue.size();
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
        threads.shutdownNow();
    }
}
