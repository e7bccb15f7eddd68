package gilbench.service.worker.pool;

import gilbench.service.execution.Request;
import gilbench.service.gil.GilStatistics;
import gilbench.service.worker.wire.Connection;
import gilbench.service.worker.wire.Connections;
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
    private final Connections connections;
    private final Lanes lanes;
    private final Map<Long, Carried> carried = new HashMap<>();
    private Optional<CompletableFuture<Optional<Double>>> check = Optional.empty();
    private GilStatistics gil = GilStatistics.ZERO;
    private long lastId;
    private int load;
    private int farewells;
    private boolean down;

    private record Carried(Request request, Lanes.Lane lane) {}

    Worker(int index, WorkerProcess process, Connections connections) {
        this.index = index;
        this.process = process;
        this.connections = connections;
        this.lanes = new Lanes(connections.lanes());
    }

    /** Which of the workers it is, from 0. */
    int index() {
        return index;
    }

    WorkerProcess process() {
        return process;
    }

    Connections connections() {
        return connections;
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

    /** Notes that it carries {@code request}; what sends it, empty when it is down. */
    Optional<Runnable> carry(Request request) {
        if (down) {
            return Optional.empty();
        }
        long id = ++lastId;
        Lanes.Lane lane = lanes.take();
        carried.put(id, new Carried(request, lane));
        return Optional.of(() -> send(
                lane.connection(), new Frame.Request(id, request.deadline() - System.nanoTime(), request.profile())));
    }

    /** The request that {@code answer} ends, no longer carried from now on. */
    Optional<Request> answered(Frame.Answer answer) {
        gil = answer.gil();
        Optional<Carried> ended = Optional.ofNullable(carried.remove(answer.id()));
        ended.ifPresent(each -> lanes.free(each.lane()));
        return ended.map(Carried::request);
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
        List<Request> lost = carried.values().stream().map(Carried::request).toList();
        carried.clear();
        check.ifPresent(speed -> speed.complete(Optional.empty()));
        return lost;
    }

    /** Asks for the speed of its burner. */
    void askForSpeed() {
        send(connections.control(), new Frame.BurnerCheck());
    }

    /** Says that no more requests will come. */
    void drain() {
        connections.all().forEach(each -> send(each, new Frame.Drain()));
    }

    /** Takes note of the end of one connection; hangs up after the last. Only the thread that hears it calls this. */
    void saidBye() {
        farewells++;
        if (farewells == connections.all().size()) {
            hangUp();
        }
    }

    /** Sends a frame; a connection that cannot take it is closed, which ends the worker. */
    private void send(Connection connection, Frame frame) {
        try {
            connection.send(frame);
        } catch (IOException e) {
            hangUp();
        }
    }

    /** Closes the connections, which ends the worker. */
    void hangUp() {
        connections.close();
    }
}
