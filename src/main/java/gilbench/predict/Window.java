package gilbench.predict;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Counts what happens inside a measurement window, and proves at its end that nothing was lost.
 *
 * <p>In every window the integral of the number of requests in flight is the sum of the time that each spent inside it, the
 * unfinished included, and the integral of the number of busy cores is the sum of the processor time that was given. Both
 * sides are sums of whole nanoseconds from different places of the simulation, and are compared to 10⁻⁹ of their size.
 */
final class Window {
    private static final double EXACTNESS = 1e-9;

    private final List<Times> times;
    private final Times completedTimes = new Times();
    private long begun;
    private boolean open;
    private long inFlight;
    private long most;
    private long atStart;
    private long area;
    private long changed;
    private long spent;
    private long given;
    private long foreign;
    private long due;
    private long completed;
    private long rejected;
    private long expired;
    private long lost;
    private long queue;
    private long gilWait;
    private long python;
    private long nativeTime;
    private long io;

    Window(int kinds) {
        times = IntStream.range(0, kinds).mapToObj(_ -> new Times()).toList();
    }

    long inFlight() {
        return inFlight;
    }

    void open(long now) {
        open = true;
        begun = now;
        changed = now;
        area = 0;
        spent = 0;
        given = 0;
        foreign = 0;
        atStart = inFlight;
        most = inFlight;
    }

    void arrived(long now) {
        count(now, 1);
        most = Math.max(most, inFlight);
        due += open ? 1 : 0;
    }

    void rejected() {
        if (open) {
            due++;
            rejected++;
        }
    }

    void withdrawn(long arrivedAt, long now) {
        left(arrivedAt, now);
        if (open) {
            rejected++;
        }
    }

    void expired(int kind, long arrivedAt, long now) {
        left(arrivedAt, now);
        if (open) {
            expired++;
            times.get(kind).record(now - arrivedAt);
        }
    }

    void lost(int kind, long arrivedAt, long now) {
        left(arrivedAt, now);
        if (open) {
            lost++;
            times.get(kind).record(now - arrivedAt);
        }
    }

    void completed(Requests requests, int id, long now) {
        long arrivedAt = requests.arrived[id];
        left(arrivedAt, now);
        if (!open) {
            return;
        }
        completed++;
        times.get(requests.kind[id]).record(now - arrivedAt);
        completedTimes.record(now - arrivedAt);
        queue += requests.queue[id];
        gilWait += requests.gilWait[id];
        python += requests.python[id];
        nativeTime += requests.nativeTime[id];
        io += requests.io[id];
    }

    /** Processor time was given for {@code work} from {@code from} until {@code now}. */
    void gave(byte work, long from, long now) {
        long time = now - Math.max(from, begun);
        given += time;
        foreign += work >= Threads.DRIVER ? time : 0;
    }

    Observation close(
            long now,
            Requests requests,
            Processors cores,
            VirtualGil[] gils,
            int mostInGroup,
            long events,
            boolean cutShort) {
        count(now, 0);
        long atEnd = inFlight;
        long coreTime = cores.busyUntil(now);
        prove(now, requests, coreTime);
        return new Observation(
                now - begun,
                events,
                cutShort,
                due,
                completed,
                rejected,
                expired,
                lost,
                times,
                completedTimes,
                queue,
                gilWait,
                python,
                nativeTime,
                io,
                area,
                atStart,
                atEnd,
                most,
                mostInGroup,
                coreTime,
                foreign,
                Arrays.stream(gils).map(gil -> gil.heldUntil(now)).toList(),
                Arrays.stream(gils).mapToLong(gil -> gil.use().switches()).sum(),
                Arrays.stream(gils).mapToLong(gil -> gil.use().forcedSwitches()).sum());
    }

    private void prove(long now, Requests requests, long coreTime) {
        for (int id = requests.oldest(); id != Requests.NONE; id = requests.after(id)) {
            spent += now - Math.max(requests.arrived[id], begun);
        }
        same("number in flight x time", area, "time of all requests", spent);
        same("busy cores x time", coreTime, "processor time given", given);
    }

    private void left(long arrivedAt, long now) {
        count(now, -1);
        spent += now - Math.max(arrivedAt, begun);
    }

    private void count(long now, int change) {
        area += inFlight * (now - changed);
        changed = now;
        inFlight += change;
    }

    private static void same(String one, long value, String other, long otherValue) {
        if (Math.abs((double) value - otherValue) > EXACTNESS * Math.max(value, otherValue)) {
            throw new IllegalStateException(one + " = " + value + " ns, but " + other + " = " + otherValue + " ns");
        }
    }
}
