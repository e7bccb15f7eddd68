package gilbench.bench.runner;

import gilbench.bench.judge.Gates;
import gilbench.bench.load.EndpointCheckException;
import gilbench.bench.load.LoadDriver;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Trial.LoadTrial;
import gilbench.scenario.Experiment;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Observes loads: lead-in, window, and waiting until the service has worked off what the load left behind. */
final class LoadTrials {
    /** More than any service accepts, so that it is the service that turns requests away, never the generator. */
    private static final int MAX_IN_FLIGHT = 20_000;

    private static final Duration BEYOND_DEADLINE = Duration.ofSeconds(5);
    private static final Duration SHORTEST_LEAD_IN = Duration.ofMillis(300);
    private static final Duration LONGEST_SETTLING = Duration.ofSeconds(30);
    private static final Duration SETTLED = Duration.ofMillis(50);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final LoadDriver driver;
    private final CpuMeter meter;
    private final RunClock clock;

    LoadTrials(LoadDriver driver, CpuMeter meter, RunClock clock) {
        this.driver = driver;
        this.meter = meter;
        this.clock = clock;
    }

    /** Load before the window: a tenth of it and one request's own time, at least 300 ms. */
    static Duration leadIn(Experiment.Load load) {
        Duration natural = load.window().dividedBy(10).plus(load.profile().ideal());
        return natural.compareTo(SHORTEST_LEAD_IN) > 0 ? natural : SHORTEST_LEAD_IN;
    }

    LoadTrial measure(PlannedTrial.OfLoad planned, RunningLaunch launch, Capacities.Offer offer, long seed)
            throws InterruptedException {
        Experiment.Load load = planned.experiment();
        LoadRequest request = new LoadRequest(
                launch.service().uri(),
                load.profile(),
                offer.workload(),
                leadIn(load),
                load.window(),
                seed,
                MAX_IN_FLIGHT,
                launch.deployment().deadline().plus(BEYOND_DEADLINE));
        CpuMeter.Metered seen = observe(request, launch.service());
        List<Finding> findings = new ArrayList<>(Gates.of(seen.measurement()));
        findings.addAll(driver.remarks(request.workload()));
        settle(request.service(), load.profile()).ifPresent(findings::add);
        return new LoadTrial(
                planned.cell(),
                launch.index(),
                planned.order(),
                seen.measurement(),
                offer.share(),
                seen.cpu(),
                findings);
    }

    private CpuMeter.Metered observe(LoadRequest request, Machinery.Handle service) throws InterruptedException {
        if (request.workload() instanceof Workload.Closed closed
                && closed.requestsEach().isPresent()) {
            Duration before = service.cpu();
            return new CpuMeter.Metered(driver.drive(request), service.cpu().minus(before));
        }
        return meter.around(
                service, request.leadIn(), request.window(), leadInBegins -> driver.drive(request, leadInBegins));
    }

    private Optional<Finding> settle(URI service, RequestProfile profile) throws InterruptedException {
        long began = clock.nanos();
        while (clock.nanos() - began < LONGEST_SETTLING.toNanos()) {
            if (answersPromptly(service, profile)) {
                return Optional.empty();
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        return Optional.of(new Finding(
                FindingType.ENVIRONMENT,
                "the service had not worked off its backlog " + LONGEST_SETTLING.toSeconds() + " s after the window"));
    }

    private boolean answersPromptly(URI service, RequestProfile profile) throws InterruptedException {
        long began = clock.nanos();
        try {
            driver.check(service, profile);
        } catch (EndpointCheckException e) {
            return false;
        }
        return clock.nanos() - began
                < profile.ideal().multipliedBy(2).plus(SETTLED).toNanos();
    }
}
