package gilbench.service.worker.pool;

import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Outcome;
import gilbench.service.execution.Carrier;
import gilbench.service.execution.Request;
import gilbench.service.gil.GilStatistics;
import gilbench.service.gil.StepTimes;
import gilbench.service.worker.wire.Frame;
import gilbench.service.worker.wire.ProtocolException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Worker processes with one backlog in order of arrival. A request goes to the worker with the fewest requests, of which
 * each has at most as many as it has places.
 *
 * <p>{@code lock} guards all fields below it and the state of all workers; nothing is sent and no request is ended under
 * it. Invariants: while a request is in {@code backlog}, no worker that is up has a free place; a request that was sent is
 * carried by exactly one worker until it is answered or the worker is down.
 */
final class WorkerCarrier implements Carrier {
    private static final long CHECK_SECONDS = 30;

    private final int places;
    private final int mostWaiting;
    private final boolean underGil;
    private final Slots slots;

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Request> backlog = new ArrayDeque<>();
    private final List<Worker> up = new ArrayList<>();
    private final PoolBooks books;
    private boolean closing;

    WorkerCarrier(Deployment deployment, Launcher launcher) {
        PoolSize size = PoolSize.of(deployment);
        this.places = size.places();
        this.mostWaiting = deployment.queue();
        this.underGil = deployment.interpreter().kind() != InterpreterKind.FREE_THREADED;
        this.books = new PoolBooks(size.processes());
        this.slots = new Slots(size.processes(), launcher, this);
    }

    /** Starts all workers and waits until they are ready. */
    void start() throws IOException, InterruptedException {
        try {
            slots.start();
        } catch (IOException | InterruptedException e) {
            close();
            throw e;
        }
    }

    @Override
    public boolean accept(Request request) {
        Optional<Worker> worker;
        lock.lock();
        try {
            worker = up.stream().filter(each -> each.load() < places).min(Comparator.comparingInt(Worker::load));
            if (worker.isEmpty()) {
                return backlog.size() < mostWaiting && backlog.add(request);
            }
            worker.get().takePlace();
        } finally {
            lock.unlock();
        }
        carry(worker.get(), Optional.of(request));
        return true;
    }

    /** Gives a request, if there is one, to a worker that has a place taken for it. */
    private void carry(Worker worker, Optional<Request> request) {
        Optional<Request> next = request;
        while (next.isPresent() && !next.get().begin()) {
            next.get().expire();
            next = locked(() -> nextOf(worker));
        }
        next.ifPresent(begun -> locked(() -> worker.carry(begun))
                .ifPresentOrElse(
                        Runnable::run,
                        () -> begun.end(Outcome.WORKER_LOST, worker.process() + " ended before it was sent")));
    }

    private Optional<Request> nextOf(Worker worker) {
        Optional<Request> next = Optional.ofNullable(backlog.poll());
        if (next.isEmpty()) {
            worker.freePlace();
        }
        return next;
    }

    /** Takes note of a worker that is ready and gives it what waits. */
    void up(Worker worker) {
        locked(() -> {
            books.started();
            return up.add(worker);
        });
        Optional<Request> next = locked(() -> placedAt(worker));
        while (next.isPresent()) {
            carry(worker, next);
            next = locked(() -> placedAt(worker));
        }
    }

    /** What waits longest, with a place taken for it; empty when nothing waits or no place is free. */
    private Optional<Request> placedAt(Worker worker) {
        if (worker.load() >= places || backlog.isEmpty()) {
            return Optional.empty();
        }
        worker.takePlace();
        return Optional.of(backlog.remove());
    }

    /** Takes note of what a worker said. */
    void heard(Worker worker, Frame frame) throws ProtocolException {
        switch (frame) {
            case Frame.Answer answer -> answered(worker, answer);
            case Frame.BurnerSpeed(double speed) ->
                locked(worker::checked).ifPresent(waiting -> waiting.complete(Optional.of(speed)));
            case Frame.Bye _ -> worker.saidBye();
            default -> throw new ProtocolException("frame " + frame.type() + " after the handshake");
        }
    }

    private void answered(Worker worker, Frame.Answer answer) throws ProtocolException {
        Request request = locked(() -> worker.answered(answer))
                .orElseThrow(() -> new ProtocolException("answer " + answer.id() + ": there is no such request"));
        carry(worker, locked(() -> nextOf(worker)));
        if (underGil) {
            books.answered(worker, request.profile(), answer.budget());
        }
        request.end(answer.outcome(), answer.budget(), answer.detail());
    }

    /** Takes note of a worker that will not answer any more; the requests that are lost with it. */
    List<Request> down(Worker worker) {
        return locked(() -> {
            up.remove(worker);
            countLoss();
            books.ended(worker);
            return worker.goDown();
        });
    }

    /** Takes note of a process that did not become ready; says whether that matters. */
    boolean startFailed() {
        return locked(this::countLoss);
    }

    /** Counts a process that is no more, unless that was planned; says whether it was not. */
    private boolean countLoss() {
        if (!closing) {
            books.lost();
        }
        return !closing;
    }

    @Override
    public void withdraw(Request request) {
        locked(() -> backlog.remove(request));
    }

    @Override
    public int queued() {
        return locked(backlog::size);
    }

    @Override
    public List<GilStatistics> gils() {
        return locked(() -> books.gils(up));
    }

    @Override
    public List<StepTimes> steps() {
        return books.steps();
    }

    @Override
    public int workersUp() {
        return locked(up::size);
    }

    @Override
    public long workersLost() {
        return locked(books::losses);
    }

    @Override
    public long workersRestarted() {
        return locked(books::restarts);
    }

    @Override
    public List<Double> workerSpeeds() throws InterruptedException {
        List<Double> speeds = new ArrayList<>();
        for (Worker worker : locked(() -> List.copyOf(up))) {
            CompletableFuture<Optional<Double>> speed = locked(worker::check);
            worker.askForSpeed();
            try {
                speed.get(CHECK_SECONDS, TimeUnit.SECONDS).ifPresent(speeds::add);
            } catch (ExecutionException | TimeoutException e) {
                worker.hangUp();
            }
        }
        return speeds;
    }

    @Override
    public void close() {
        List<Worker> idle = locked(() -> {
            closing = true;
            return List.copyOf(up);
        });
        slots.stop();
        idle.forEach(Worker::drain);
        slots.end();
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
