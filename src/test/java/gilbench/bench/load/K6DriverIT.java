package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.load.TestService.TestAnswer;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.Measurement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class K6DriverIT {
    private static final RequestProfile IO = RequestProfile.of(StepKind.IO, Duration.ofMillis(20));
    private static final Workload CONSTANT = new Workload.Open(ArrivalPattern.CONSTANT, 50);
    private static final Workload POISSON = new Workload.Open(ArrivalPattern.POISSON, 50);

    private LoadDriver driver = LoadDriver.embedded();

    @BeforeEach
    void findK6() throws InterruptedException {
        Optional<LoadDriver> k6 = LoadDriver.k6(System.getenv().getOrDefault("PATH", ""));
        assumeTrue(k6.isPresent(), "skipped: neither k6 nor Docker is on the PATH");
        driver = k6.get();
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private static LoadRequest request(TestService service, Workload workload, Duration window) {
        return new LoadRequest(
                service.uri(), IO, workload, Duration.ofMillis(300), window, 1, 1000, Duration.ofSeconds(10));
    }

    @Test
    void drive_constantArrivals_offersWhatTheTimetableSays() throws Exception {
        CountDownLatch leadIn = new CountDownLatch(1);
        try (TestService service = TestService.after(Duration.ofMillis(20))) {
            Measurement seen = driver.drive(request(service, CONSTANT, Duration.ofSeconds(2)), leadIn::countDown);

            assertThat(seen.due()).isEqualTo(100);
            assertThat(seen.dropped()).isZero();
            assertThat(seen.ends()).containsOnlyKeys(End.COMPLETED);
            assertThat(seen.ended()).isBetween(80L, 120L);
            assertThat(seen.inFlight().atEnd()).isEqualTo(seen.inFlight().atStart() + seen.started() - seen.ended());
            assertThat(seen.responseTime().mean()).isGreaterThan(0.019);
            assertThat(seen.serviceTime().mean()).isGreaterThan(0.019);
            assertThat(seen.endsPerSecond()).hasSize(2);
            assertThat(seen.budget().mean().gilWait()).isEqualTo(2_000_000);
            assertThat(seen.generatorCpu()).isPositive();
            assertThat(leadIn.getCount()).isZero();
        }
    }

    /** Of k6 and the embedded driver: the same load, and response times within a factor of two. */
    @Test
    void drive_besideTheEmbeddedDriver_agreesGrossly() throws Exception {
        try (TestService service = TestService.after(Duration.ofMillis(50))) {
            LoadRequest request = request(service, CONSTANT, Duration.ofSeconds(3));
            Measurement k6 = driver.drive(request);
            Measurement embedded = driver.unmeasured().drive(request);

            assertThat(k6.throughput()).isBetween(embedded.throughput() / 1.2, embedded.throughput() * 1.2);
            assertThat(k6.responseTime().quantile(0.5).orElseThrow())
                    .isBetween(
                            embedded.responseTime().quantile(0.5).orElseThrow() / 2,
                            embedded.responseTime().quantile(0.5).orElseThrow() * 2);
        }
    }

    @Test
    void drive_poissonArrivals_displacesStartsAndSaysSo() throws Exception {
        try (TestService service = TestService.after(Duration.ofMillis(20))) {
            Measurement seen = driver.drive(request(service, POISSON, Duration.ofSeconds(3)));

            assertThat(seen.due()).as("150 ± 5 σ of a Poisson number").isBetween(90L, 210L);
            assertThat(seen.ends()).containsOnlyKeys(End.COMPLETED);
            assertThat(driver.remarks(POISSON))
                    .extracting(Finding::message)
                    .singleElement()
                    .asString()
                    .startsWith("near-Poisson (k6)");
            assertThat(driver.remarks(CONSTANT)).isEmpty();
        }
    }

    @Test
    void drive_tooManyInFlight_dropsAndCounts() throws Exception {
        try (TestService service = TestService.after(Duration.ofMillis(500))) {
            LoadRequest few = new LoadRequest(
                    service.uri(), IO, CONSTANT, Duration.ZERO, Duration.ofSeconds(2), 1, 5, Duration.ofSeconds(10));
            Measurement seen = driver.drive(few);

            assertThat(seen.started() + seen.dropped()).isEqualTo(seen.due());
            assertThat(seen.dropped()).as("about 80 of 100").isBetween(50L, 100L);
            assertThat(seen.inFlight().max())
                    .as("5, and starts that k6 was late for")
                    .isBetween(5L, 10L);
        }
    }

    @Test
    void drive_usersWithTurns_makesExactlyUsersTimesRequests() throws Exception {
        try (TestService service = TestService.after(Duration.ofMillis(20))) {
            Workload users = new Workload.Closed(4, OptionalInt.of(5), Duration.ZERO);
            Measurement seen = driver.drive(request(service, users, Duration.ofSeconds(1)));

            assertThat(seen.ends()).isEqualTo(Map.of(End.COMPLETED, 20L));
            assertThat(service.requests()).isEqualTo(20);
            assertThat(seen.window()).isGreaterThan(Duration.ofMillis(5 * 19));
        }
    }

    @Test
    void drive_usersInAWindow_completeUsersPerLatency() throws Exception {
        try (TestService service = TestService.after(Duration.ofMillis(50))) {
            Workload users = new Workload.Closed(8, OptionalInt.empty(), Duration.ofMillis(50));
            Measurement seen = driver.drive(request(service, users, Duration.ofSeconds(2)));

            assertThat(seen.throughput()).as("about 80").isBetween(20.0, 84.0);
            assertThat(seen.window()).isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void drive_problem_endsAsItsTypeSays() throws Exception {
        try (TestService service = TestService.answering(TestAnswer.problem(503, "rejected"))) {
            Workload users = new Workload.Closed(1, OptionalInt.of(3), Duration.ZERO);

            assertThat(driver.drive(request(service, users, Duration.ofSeconds(1)))
                            .ends())
                    .isEqualTo(Map.of(End.REJECTED, 3L));
        }
    }

    @Test
    void drive_interrupted_endsK6AtOnce() throws Exception {
        try (TestService service = TestService.interrupting(3, Thread.currentThread())) {
            Workload users = new Workload.Closed(8, OptionalInt.of(3), Duration.ZERO);

            assertThatThrownBy(() -> driver.drive(request(service, users, Duration.ofSeconds(1))))
                    .isInstanceOf(InterruptedException.class);
        }
        for (ProcessHandle child : ProcessHandle.current().children().toList()) {
            child.onExit().get();
        }
    }
}
