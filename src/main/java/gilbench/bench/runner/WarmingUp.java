package gilbench.bench.runner;

import gilbench.bench.judge.Gates;
import gilbench.bench.load.LoadDriver;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.Measurement;
import gilbench.bench.stats.SteadyState;
import gilbench.bench.stats.SteadyState.Cycle;
import gilbench.scenario.Plan;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.WarmUp;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Brings a service to its steady state by load: cycles in which a few users ask for each profile of the launch in turn,
 * with its steps shortened so that many requests fit into a cycle.
 */
final class WarmingUp {
    private static final Duration LONGEST_CPU = Duration.ofMillis(1);
    private static final Duration LONGEST_IO = Duration.ofMillis(5);
    private static final int USERS = 8;

    private final LoadDriver driver;
    private final RunClock clock;

    WarmingUp(LoadDriver driver, RunClock clock) {
        this.driver = driver;
        this.clock = clock;
    }

    /**
     * How a warm-up ended.
     *
     * @param steady whether throughput and compilation had settled before the cap
     */
    record Warmed(Duration took, boolean steady) {
        /** A launch that was not measured. */
        static final Warmed NOT_AT_ALL = new Warmed(Duration.ZERO, true);

        /** The finding that it was not steady, if it was not. */
        Optional<Finding> finding(Plan plan) {
            return steady
                    ? Optional.empty()
                    : Optional.of(Gates.notSteady(
                            plan,
                            String.format(
                                    Locale.ROOT,
                                    "throughput or compilation had not settled after %.1f s",
                                    took.toNanos() / 1e9)));
        }
    }

    /** The profile that warms up for {@code profile}: every CPU step at most 1 ms, every io step at most 5 ms. */
    static RequestProfile shortened(RequestProfile profile) {
        return new RequestProfile(
                profile.steps().stream().map(WarmingUp::shortened).toList());
    }

    Warmed warm(Machinery.Service service, List<RequestProfile> profiles, WarmUp warmUp) throws InterruptedException {
        List<RequestProfile> distinct =
                profiles.stream().map(WarmingUp::shortened).distinct().toList();
        long began = clock.nanos();
        List<Cycle> cycles = new ArrayList<>();
        Duration compiled = service.compilationTime();
        while (true) {
            Load load = load(service, distinct, warmUp.cycle());
            Duration now = service.compilationTime();
            cycles.add(new Cycle(load.length(), load.throughput(), now.minus(compiled)));
            compiled = now;
            boolean steady = SteadyState.reached(cycles);
            Duration took = Duration.ofNanos(clock.nanos() - began);
            if (steady || took.plus(warmUp.cycle()).compareTo(warmUp.cap()) > 0) {
                return new Warmed(took, steady);
            }
        }
    }

    private record Load(long completed, Duration length) {
        double throughput() {
            return completed / (length.toNanos() / 1e9);
        }
    }

    private Load load(Machinery.Service service, List<RequestProfile> profiles, Duration length)
            throws InterruptedException {
        Duration each = length.dividedBy(profiles.size());
        long completed = 0;
        Duration took = Duration.ZERO;
        for (RequestProfile profile : profiles) {
            Measurement seen = driver.drive(request(service.uri(), profile, each));
            completed += seen.ended(End.COMPLETED);
            took = took.plus(seen.window());
        }
        return new Load(completed, took);
    }

    private static LoadRequest request(URI service, RequestProfile profile, Duration window) {
        Workload users = new Workload.Closed(USERS, OptionalInt.empty(), Duration.ZERO);
        return new LoadRequest(service, profile, users, Duration.ZERO, window, 0, USERS, Duration.ofSeconds(10));
    }

    private static Step shortened(Step step) {
        Duration longest = step.kind() == StepKind.IO ? LONGEST_IO : LONGEST_CPU;
        return step.duration().compareTo(longest) <= 0 ? step : new Step(step.kind(), longest);
    }
}
