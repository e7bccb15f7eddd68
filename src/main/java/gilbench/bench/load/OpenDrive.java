package gilbench.bench.load;

import gilbench.bench.arrival.Arrivals;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.Measurement;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One execution of an open workload: the calling thread sends what the timetable says when it says so. */
final class OpenDrive {
    private final LoadRequest request;
    private final Workload.Open workload;
    private final Caller caller;
    private final Waiting clock;
    private final Supplier<Duration> cpu;
    private final Pacer pacer;
    private final Semaphore places;
    private final Recorder recorder;
    private final long opens;
    private final long closes;

    OpenDrive(LoadRequest request, Workload.Open workload, Caller caller, Waiting clock, Supplier<Duration> cpu) {
        this.request = request;
        this.workload = workload;
        this.caller = caller;
        this.clock = clock;
        this.cpu = cpu;
        this.pacer = new Pacer(clock);
        this.places = new Semaphore(request.maxInFlight());
        this.opens = request.leadIn().toNanos();
        this.closes = opens + request.window().toNanos();
        this.recorder = Recorder.between(opens, closes);
    }

    /** Sends until the window closes, then waits for what is under way, at most the timeout. */
    Measurement run() throws InterruptedException {
        boolean drained = false;
        try {
            Arrivals arrivals = Arrivals.of(workload.pattern(), workload.rate(), request.seed());
            long next = sendUntil(opens, arrivals.next(), arrivals);
            Duration before = cpu.get();
            sendUntil(closes, next, arrivals);
            Duration spent = cpu.get().minus(before);
            drained = drained();
            return recorder.measurement(workload, spent);
        } finally {
            if (!drained) {
                caller.giveUp();
            }
        }
    }

    /** Returns the first intended start that is not before {@code edge}, when the edge has come. */
    private long sendUntil(long edge, long first, Arrivals arrivals) throws InterruptedException {
        long intended = first;
        while (intended < edge) {
            pacer.awaitUntil(intended);
            send(intended);
            intended = arrivals.next();
        }
        pacer.awaitUntil(edge);
        return intended;
    }

    private void send(long intended) {
        if (places.tryAcquire()) {
            recorder.started(intended);
            caller.call(new Flight(recorder, clock, intended, places::release));
        } else {
            recorder.dropped(intended);
        }
    }

    private boolean drained() throws InterruptedException {
        return places.tryAcquire(request.maxInFlight(), request.timeout().toNanos(), TimeUnit.NANOSECONDS);
    }
}
