package gilbench.bench.runner;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.load.EndpointCheckException;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Trial.LoadTrial;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Calibration;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class LoadTrialsTest {
    private final FakeClock clock = new FakeClock();
    private final FakeMachinery machinery = new FakeMachinery() {
        private Duration spent = Duration.ZERO;

        @Override
        Duration serviceCpu(int start) {
            spent = spent.plusMillis(300);
            return spent;
        }
    };
    private FakeDriver driver = new FakeDriver(clock);

    @Test
    void measure_open_leadInBeforeTheWindowAndCpuOfTheWindow() throws InterruptedException {
        LoadTrial trial = measure(new LoadPoint.Fixed(new Workload.Open(ArrivalPattern.POISSON, 40)));

        LoadRequest request = driver.drives.getFirst();
        assertThat(request.leadIn()).isEqualTo(Duration.ofMillis(300));
        assertThat(request.window()).isEqualTo(Duration.ofSeconds(2));
        assertThat(trial.serviceCpu()).isEqualTo(Duration.ofSeconds(1));
        assertThat(trial.capacityShare()).isEqualTo(OptionalDouble.of(0.1));
    }

    @Test
    void measure_usersWithANumberOfRequests_cpuOfTheWholeDrive() throws InterruptedException {
        LoadTrial trial = measure(new LoadPoint.Fixed(new Workload.Closed(2, OptionalInt.of(10), Duration.ZERO)));

        assertThat(trial.serviceCpu()).isEqualTo(Duration.ofMillis(300));
        assertThat(trial.capacityShare()).isEmpty();
    }

    @Test
    void measure_serviceThatNeverSettles_finding() throws InterruptedException {
        driver = new FakeDriver(clock) {
            @Override
            public void check(URI service, RequestProfile profile) throws EndpointCheckException {
                clock.advance(Duration.ofSeconds(16));
            }
        };

        assertThat(measure(new LoadPoint.Fixed(new Workload.Open(ArrivalPattern.POISSON, 40)))
                        .findings())
                .extracting(Finding::type)
                .contains(FindingType.ENVIRONMENT);
    }

    private LoadTrial measure(LoadPoint point) throws InterruptedException {
        LoadTrials trials = new LoadTrials(
                driver,
                (process, leadIn, window, drive) -> new CpuMeter.Metered(drive.run(() -> {}), Duration.ofSeconds(1)),
                clock);
        PlannedTrial.OfLoad planned = new PlannedTrial.OfLoad(
                0, new CellKey("threads", "io", point.label()), Plans.LOAD, point, Duration.ofSeconds(2));
        Capacities capacities = new Capacities(List.of(), OptionalDouble.of(2));
        NamedDeployment threads = Plans.quick().deployments().getFirst();
        Machinery.Service service =
                machinery.startService(threads.deployment(), new Calibration(1e9), URI.create("http://delays:1"));
        RunningLaunch launch = new RunningLaunch(0, threads.deployment(), service, Optional.empty());
        return trials.measure(planned, launch, capacities.offer(threads, Plans.LOAD, point), 1);
    }
}
