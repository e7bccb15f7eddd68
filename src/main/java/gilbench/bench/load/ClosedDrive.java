package gilbench.bench.load;

import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.Measurement;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * One execution of a closed workload. A user is no thread but a chain of events on {@code loop}: send, end, think, send.
 * A request is due when its user has thought; the first ones when the drive begins.
 */
final class ClosedDrive {
    private final LoadRequest request;
    private final Workload.Closed workload;
    private final Caller caller;
    private final Waiting clock;
    private final Supplier<Duration> cpu;
    private final ScheduledExecutorService loop;
    private final Recorder recorder;
    private final CountDownLatch active;
    private final long opens;
    private final long closes;
    private volatile long lastStart;

    ClosedDrive(
            LoadRequest request,
            Workload.Closed workload,
            Caller caller,
            Waiting clock,
            Supplier<Duration> cpu,
            ScheduledExecutorService loop) {
        this.request = request;
        this.workload = workload;
        this.caller = caller;
        this.clock = clock;
        this.cpu = cpu;
        this.loop = loop;
        this.active = new CountDownLatch(workload.users());
        this.opens = request.leadIn().toNanos();
        this.closes = opens + request.window().toNanos();
        boolean counted = workload.requestsEach().isPresent();
        this.recorder = counted ? Recorder.ofAll() : Recorder.between(opens, closes);
        this.lastStart = counted ? Long.MAX_VALUE : closes;
    }

    /** Lets the users work until they are done; in a window, at most the timeout longer. */
    Measurement run() throws InterruptedException {
        boolean ended = false;
        try {
            Duration spent = workload.requestsEach().isPresent()
                    ? counted(workload.requestsEach().getAsInt())
                    : timed();
            ended = active.await(request.timeout().toNanos(), TimeUnit.NANOSECONDS);
            return recorder.measurement(workload, spent);
        } finally {
            if (!ended) {
                lastStart = Long.MIN_VALUE;
                caller.giveUp();
            }
        }
    }

    private Duration counted(int each) throws InterruptedException {
        Duration before = cpu.get();
        begin(each);
        active.await();
        return cpu.get().minus(before);
    }

    private Duration timed() throws InterruptedException {
        Pacer pacer = new Pacer(clock);
        begin(Integer.MAX_VALUE);
        pacer.awaitUntil(opens);
        Duration before = cpu.get();
        pacer.awaitUntil(closes);
        return cpu.get().minus(before);
    }

    private void begin(int each) {
        loop.execute(() -> {
            for (int user = 0; user < workload.users(); user++) {
                send(0, each);
            }
        });
    }

    private void send(long intended, int left) {
        recorder.started(intended);
        caller.call(new Flight(recorder, clock, intended, () -> think(left - 1)));
    }

    private void think(int left) {
        long due = clock.now() + workload.thinkTime().toNanos();
        if (left == 0 || due >= lastStart) {
            active.countDown();
        } else if (workload.thinkTime().isZero()) {
            loop.execute(() -> send(due, left));
        } else {
            var _ = loop.schedule(() -> send(due, left), workload.thinkTime().toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
