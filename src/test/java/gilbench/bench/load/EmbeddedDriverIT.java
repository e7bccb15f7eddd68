package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedDriverIT {
    private static final RequestProfile IO = new RequestProfile(java.util.List.of(
            new gilbench.scenario.Step(StepKind.IO, Duration.ofMillis(20)),
            new gilbench.scenario.Step(StepKind.PYTHON, Duration.ofNanos(200_000))));

    private final LoadDriver driver = LoadDriver.embedded();

    @AfterEach
    void close() {
        driver.close();
    }

    private Measurement open(URI service, double rate, Duration window) throws InterruptedException {
        return driver.drive(new LoadRequest(
                service,
                IO,
                new Workload.Open(ArrivalPattern.CONSTANT, rate),
                Duration.ofMillis(300),
                window,
                1,
                1000,
                Duration.ofSeconds(10)));
    }

    @Test
    void drive_openWorkload_smoke() throws Exception {
        try (TestService service = TestService.after(Duration.ofMillis(20))) {
            driver.check(service.uri(), IO);
            open(service.uri(), 500, Duration.ofSeconds(3));
            Measurement m = open(service.uri(), 500, Duration.ofSeconds(3));
            System.out.println(m + "\nlag p50 " + m.sendLag().quantile(0.5) + " p99 "
                    + m.sendLag().quantile(0.99) + " resp " + m.responseTime().mean() + " service "
                    + m.serviceTime().mean());
            assertThat(m.started()).isEqualTo(1500);
            assertThat(m.ended(End.COMPLETED)).isBetween(1400L, 1600L);
        }
    }
}
