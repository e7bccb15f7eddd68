package gilbench.bench.load;

import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Keeps the time of a drive by k6: tells when the lead-in begins, and reads the processor time of k6 when the window opens and
 * when it closes; zero where the machine does not show it. Where each user makes a number of requests, the window is all that k6
 * runs from the first start on.
 */
record K6Window(
        K6Process k6,
        CompletableFuture<Long> began,
        K6Timetable timetable,
        LoadDriver.LoadRequest request,
        Runnable leadInBegins)
        implements Callable<Duration> {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    @Override
    public Duration call() throws Exception {
        long zero = began.get();
        Optional<ProcessHandle> load = k6.load();
        if (request.workload() instanceof Workload.Closed closed
                && closed.requestsEach().isPresent()) {
            leadInBegins.run();
            return untilTheEnd(load);
        }
        sleepUntil(zero, timetable.opens() - request.leadIn().toNanos());
        leadInBegins.run();
        sleepUntil(zero, timetable.opens());
        Duration opened = cpu(load);
        sleepUntil(zero, timetable.closes());
        Duration closed = cpu(load);
        return closed.compareTo(opened) > 0 ? closed.minus(opened) : Duration.ZERO;
    }

    private Duration untilTheEnd(Optional<ProcessHandle> load) throws InterruptedException {
        Duration first = cpu(load);
        Duration last = first;
        while (k6.isAlive()) {
            Thread.sleep(BETWEEN_LOOKS);
            Duration now = cpu(load);
            last = now.compareTo(last) > 0 ? now : last;
        }
        return last.minus(first);
    }

    /** Of the process and all that it has started. */
    private static Duration cpu(Optional<ProcessHandle> load) {
        return load.stream()
                .flatMap(each -> Stream.concat(Stream.of(each), each.descendants()))
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The wall clock is k6's too: it runs on this machine. */
    private static void sleepUntil(long zeroMillis, long nanos) throws InterruptedException {
        Thread.sleep(Math.max(0, zeroMillis + nanos / 1_000_000 - System.currentTimeMillis()));
    }
}
