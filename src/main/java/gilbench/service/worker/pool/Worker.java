package gilbench.service.worker.pool;

import gilbench.service.execution.Request;
import gilbench.service.gil.GilStatistics;
import gilbench.service.worker.wire.Connection;
import gilbench.service.worker.wire.Frame;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A worker process that is ready, and the requests that it carries. All state is guarded by the pool's lock. */
final class Worker {
    private final int index;
    private final WorkerProcess process;
    private final Connection connection;
    private final Map<Long, Request> carried = new HashMap<>();
    private Optional<CompletableFuture<Optional<Double>>> check = Optional.empty();
    private GilStatistics gil = GilStatistics.ZERO;
    private long lastId;
    private int load;
    private boolean down;

    Worker(int index, WorkerProcess process, Connection connection) {
        this.index = index;
        this.process = process;
        this.connection = connection;
    }

    /** Which of the workers it is, from 0. */
    int index() {
        return index;
    }

    WorkerProcess process() {
        return process;
    }

    Connection connection() {
        return connection;
    }

    /** Places taken: requests that it carries or is about to be sent. */
    int load() {
        return load;
    }

    void takePlace() {
        load++;
    }

    void freePlace() {
        load--;
    }

    /** Notes that it carries {@code request}; empty when it is down. */
    Optional<Frame.Request> carry(Request request) {
        if (down) {
            return Optional.empty();
        }
        long id = ++lastId;
        carried.put(id, request);
        return Optional.of(new Frame.Request(id, request.deadline() - System.nanoTime(), request.profile()));
    }

    /** The request that {@code answer} ends, no longer carried from now on. */
    Optional<Request> answered(Frame.Answer answer) {
        gil = answer.gil();
        return Optional.ofNullable(carried.remove(answer.id()));
    }

    /** Counters since its start, as of its last answer. */
    GilStatistics gil() {
        return gil;
    }

    /** Its counters when it is no more: nobody waits. */
    GilStatistics pastGil() {
        return new GilStatistics(
                gil.holdNanos(), gil.waitNanos(), gil.takes(), gil.switches(), gil.forcedSwitches(), 0);
    }

    /** Notes that its burner is being checked; the speed to come, empty when it goes down instead. */
    CompletableFuture<Optional<Double>> check() {
        CompletableFuture<Optional<Double>> speed = new CompletableFuture<>();
        if (down) {
            speed.complete(Optional.empty());
        }
        check = Optional.of(speed);
        return speed;
    }

    /** Who waits for its burner check. */
    Optional<CompletableFuture<Optional<Double>>> checked() {
        return check;
    }

    /** Notes that it will not answer any more; the requests that it still carried. */
    List<Request> goDown() {
        down = true;
        List<Request> lost = List.copyOf(carried.values());
        carried.clear();
        check.ifPresent(speed -> speed.complete(Optional.empty()));
        return lost;
    }

    /** Sends a frame; a connection that cannot take it is closed, which ends the worker. */
    void send(Frame frame) {
        try {
            connection.send(frame);
        } catch (IOException e) {
            hangUp();
        }
    }

    /** Closes the connection, which ends the worker. */
    void hangUp() {
        connection.close();
    }
}
