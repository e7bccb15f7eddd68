package gilbench.bench.runner;

import gilbench.bench.load.EndpointCheckException;
import gilbench.bench.load.LoadDriver;
import gilbench.bench.result.End;
import gilbench.bench.result.InFlight;
import gilbench.bench.result.MeanBudget;
import gilbench.bench.result.Measurement;
import gilbench.bench.stats.Distribution;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Answers every drive at once with what a service without any queue would show, and moves the clock by its length. */
class FakeDriver implements LoadDriver {
    final List<LoadRequest> drives = new ArrayList<>();
    private final FakeClock clock;

    FakeDriver(FakeClock clock) {
        this.clock = clock;
    }

    @Override
    public Measurement drive(LoadRequest request) throws InterruptedException {
        drives.add(request);
        Measurement seen = ideal(request);
        clock.advance(request.leadIn().plus(seen.window()));
        return seen;
    }

    @Override
    public void check(URI service, RequestProfile profile) throws InterruptedException, EndpointCheckException {}

    @Override
    public void close() {}

    static Measurement ideal(LoadRequest request) {
        Duration each = request.profile().ideal();
        return switch (request.workload()) {
            case Workload.Open open -> seen(request, open.rate(), request.window());
            case Workload.Closed(int users, var requestsEach, Duration thinkTime)
            when requestsEach.isPresent() -> {
                Duration window = each.multipliedBy(requestsEach.getAsInt());
                yield seen(request, users * requestsEach.getAsInt() / seconds(window), window);
            }
            case Workload.Closed closed -> seen(request, closed.users() / seconds(each), request.window());
        };
    }

    private static Measurement seen(LoadRequest request, double rate, Duration window) {
        long n = Math.round(rate * seconds(window));
        Duration each = request.profile().ideal();
        Distribution.Recorder times = Distribution.recorder();
        Distribution.Recorder lags = Distribution.recorder();
        for (long i = 0; i < n; i++) {
            times.record(each.toNanos());
            lags.record(50_000);
        }
        Distribution all = times.snapshot();
        double inFlight = rate * seconds(each);
        return new Measurement(
                request.workload(),
                window,
                n,
                n,
                0,
                Map.of(End.COMPLETED, n),
                all,
                all,
                all,
                lags.snapshot(),
                MeanBudget.NONE,
                new InFlight(Math.round(inFlight), Math.round(inFlight), inFlight, Math.round(inFlight) + 1),
                Collections.nCopies((int) window.toSeconds(), Math.round(rate)),
                Duration.ofMillis(10));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
