package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.load.TestService.TestAnswer;
import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.TimeBudget;
import gilbench.scenario.Workload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

@Timeout(120)
class EmbeddedDriverIT {
    private static final RequestProfile IO = RequestProfile.of(StepKind.IO, Duration.ofMillis(20));
    private static final Duration LONG = Duration.ofSeconds(30);

    private final LoadDriver driver = LoadDriver.embedded();

    @AfterEach
    void close() {
        driver.close();
    }

    private static LoadRequest open(URI service, double rate, Duration window, int maxInFlight, Duration timeout) {
        Workload workload = new Workload.Open(ArrivalPattern.CONSTANT, rate);
        return new LoadRequest(service, IO, workload, Duration.ofMillis(500), window, 1, maxInFlight, timeout);
    }

    private Measurement drive(TestService service, double rate, Duration window) throws InterruptedException {
        return driver.drive(open(service.uri(), rate, window, 1000, LONG));
    }

    private Measurement closed(URI service, int users, OptionalInt each, Duration thinkTime, Duration window)
            throws InterruptedException {
        Workload workload = new Workload.Closed(users, each, thinkTime);
        return driver.drive(new LoadRequest(service, IO, workload, Duration.ZERO, window, 1, 1000, LONG));
    }

    @Test
    void drive_openWorkload_offersWhatTheTimetableSays() throws Exception {
        try (TestService service = TestService.after(Duration.ofMillis(20))) {
            Measurement seen = drive(service, 200, Duration.ofSeconds(2));

            assertThat(seen.due()).isEqualTo(400);
            assertThat(seen.started()).isEqualTo(400);
            assertThat(seen.dropped()).isZero();
            assertThat(seen.ends()).containsOnlyKeys(End.COMPLETED);
            assertThat(seen.inFlight().atEnd()).isEqualTo(seen.inFlight().atStart() + seen.started() - seen.ended());
            assertThat(seen.responseTime().mean()).isGreaterThan(0.019);
            assertThat(seen.responseTime().count()).isEqualTo(seen.ended());
            assertThat(seen.endsPerSecond()).hasSize(2);
            assertThat(seen.generatorCpu()).isPositive();
            assertThat(seen.budget().mean())
                    .isEqualTo(new TimeBudget(
                            1_000_000, 2_000_000, 3_000_000, 4_000_000, 5_000_000, 6_500_000, 21_500_000));
        }
    }

    /** Coordinated omission: a user who waits for an answer does not ask meanwhile, a timetable goes on. */
    @Test
    void drive_serviceStallsOnce_delaysEveryRequestDueMeanwhileInAnOpenWorkloadOnly() throws Exception {
        Duration stall = Duration.ofMillis(400);
        try (TestService service = TestService.stallingOnceAt(150, stall);
                TestService other = TestService.stallingOnceAt(50, stall)) {
            Measurement open = drive(service, 200, Duration.ofSeconds(2));
            Measurement closed =
                    closed(other.uri(), 1, OptionalInt.of(100), Duration.ofMillis(5), Duration.ofSeconds(1));

            assertThat(open.responseTime().max()).isGreaterThan(0.39);
            assertThat(longerThan(0.1, open))
                    .as("of 60 due in the first 300 ms")
                    .isGreaterThan(30);
            assertThat(closed.responseTime().max()).isGreaterThan(0.39);
            assertThat(longerThan(0.39, closed)).isLessThan(5);
        }
    }

    private static double longerThan(double seconds, Measurement seen) {
        return seen.ended() * (1 - seen.responseTime().shareAtMost(seconds));
    }

    @Test
    void drive_inFlightAtTheBound_dropsAndCounts() throws Exception {
        try (TestService service = TestService.after(Duration.ofMillis(500))) {
            Measurement seen = driver.drive(open(service.uri(), 100, Duration.ofSeconds(2), 10, LONG));

            assertThat(seen.due()).isEqualTo(200);
            assertThat(seen.started() + seen.dropped()).isEqualTo(200);
            assertThat(seen.dropped()).as("about 160").isBetween(120L, 199L);
            assertThat(seen.inFlight().max()).isEqualTo(10);
        }
    }

    @Test
    void drive_nobodyListens_endsAsNotConnected() throws Exception {
        Measurement seen = driver.drive(open(unused(), 50, Duration.ofSeconds(1), 100, LONG));

        assertThat(seen.ends()).containsOnlyKeys(End.NOT_CONNECTED);
        assertThat(seen.ended()).isGreaterThan(25);
        assertThat(seen.completedResponseTime().count()).isZero();
        assertThat(seen.throughput()).isZero();
    }

    private static URI unused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    @Test
    void drive_connectionBreaks_endsAsNotConnected() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> breakEveryConnection(socket));
            URI service = URI.create("http://127.0.0.1:" + socket.getLocalPort());
            Measurement seen = driver.drive(open(service, 50, Duration.ofSeconds(1), 100, LONG));

            assertThat(seen.ends()).containsOnlyKeys(End.NOT_CONNECTED);
        }
    }

    private static void breakEveryConnection(ServerSocket socket) {
        try {
            while (true) {
                socket.accept().close();
            }
        } catch (IOException e) {
            assertThat(socket.isClosed()).isTrue();
        }
    }

    @Test
    void drive_noAnswer_endsAsClientTimeoutAndDoesNotHang() throws Exception {
        try (TestService service = new TestService(n -> Mono.never())) {
            Measurement seen =
                    driver.drive(open(service.uri(), 50, Duration.ofSeconds(1), 1000, Duration.ofMillis(200)));

            assertThat(seen.ends()).containsOnlyKeys(End.CLIENT_TIMEOUT);
            assertThat(seen.serviceTime().mean()).isGreaterThan(0.19);
        }
    }

    @Test
    void drive_otherBody_endsAsBadAnswer() throws Exception {
        try (TestService service = TestService.answering(new TestAnswer(200, "", "{\"status\":\"ok\"}"))) {
            assertThat(drive(service, 50, Duration.ofSeconds(1)).ends()).containsOnlyKeys(End.BAD_ANSWER);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Outcome.class, names = "COMPLETED", mode = EnumSource.Mode.EXCLUDE)
    void drive_problem_endsAsItsTypeSays(Outcome outcome) throws Exception {
        try (TestService service = TestService.answering(TestAnswer.problem(503, outcome.label()))) {
            Measurement seen = driver.drive(open(service.uri(), 50, Duration.ofMillis(500), 100, LONG));

            assertThat(seen.ends()).containsOnlyKeys(End.valueOf(outcome.name()));
        }
    }

    @Test
    void drive_closedWorkload_makesExactlyUsersTimesRequests() throws Exception {
        try (TestService service = TestService.after(Duration.ofMillis(20))) {
            Measurement seen = closed(service.uri(), 7, OptionalInt.of(11), Duration.ZERO, Duration.ofSeconds(1));

            assertThat(seen.ends()).isEqualTo(Map.of(End.COMPLETED, 77L));
            assertThat(service.requests()).isEqualTo(77);
            assertThat(seen.due()).isEqualTo(77);
            assertThat(seen.inFlight().atStart()).isZero();
            assertThat(seen.inFlight().atEnd()).isZero();
            assertThat(seen.inFlight().max()).isEqualTo(7);
            assertThat(seen.window()).isGreaterThan(Duration.ofMillis(11 * 19));
            assertThat(service.connections()).as("reused").isLessThanOrEqualTo(14);
        }
    }

    @Test
    void drive_closedWorkloadInAWindow_completesUsersPerLatency() throws Exception {
        try (TestService service = TestService.after(Duration.ofMillis(50))) {
            closed(service.uri(), 8, OptionalInt.of(10), Duration.ZERO, Duration.ofSeconds(1));
            Measurement seen = closed(service.uri(), 8, OptionalInt.empty(), Duration.ZERO, Duration.ofSeconds(2));

            assertThat(seen.throughput()).as("about 160").isBetween(40.0, 165.0);
            assertThat(seen.inFlight().max()).isEqualTo(8);
            assertThat(seen.window()).isEqualTo(Duration.ofSeconds(2));
        }
    }

    @Test
    void drive_usersWhoThink_sendLess() throws Exception {
        try (TestService service = TestService.after(Duration.ofMillis(50))) {
            Measurement seen =
                    closed(service.uri(), 8, OptionalInt.empty(), Duration.ofMillis(150), Duration.ofSeconds(2));

            assertThat(seen.throughput()).as("about 40").isBetween(10.0, 44.0);
        }
    }

    @Test
    void drive_interrupted_givesUpAtOnce() throws Exception {
        try (TestService service = new TestService(n -> Mono.never())) {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> drive(service, 10, Duration.ofMinutes(1)))
                    .isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void drive_interruptedWithRequestsUnderWay_leavesADriverThatWorks() throws Exception {
        try (TestService stuck = TestService.interrupting(5, Thread.currentThread());
                TestService service = TestService.answering(TestAnswer.OK)) {
            assertThatThrownBy(() -> closed(stuck.uri(), 8, OptionalInt.of(3), Duration.ZERO, Duration.ofSeconds(1)))
                    .isInstanceOf(InterruptedException.class);

            assertThat(closed(service.uri(), 2, OptionalInt.of(3), Duration.ZERO, Duration.ofSeconds(1))
                            .ends())
                    .isEqualTo(Map.of(End.COMPLETED, 6L));
            assertThat(stuck.requests()).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void check_goodService_passes() throws Exception {
        try (TestService service = TestService.answering(TestAnswer.OK)) {
            driver.check(service.uri(), new RequestProfile(IO.steps()));
        }
    }

    @Test
    void check_badService_saysWhatWasExpectedAndSeen() throws Exception {
        try (TestService wrong = TestService.answering(new TestAnswer(
                        200, TestAnswer.TIMING, TestAnswer.OK.body().replace("{profile}", "io:7ms")));
                TestService silent = TestService.answering(new TestAnswer(200, "", TestAnswer.OK.body()));
                TestService rejecting = TestService.answering(TestAnswer.problem(503, "rejected"))) {
            assertFails(wrong.uri(), "profile io:20ms");
            assertFails(silent.uri(), "Server-Timing");
            assertFails(rejecting.uri(), "503");
            assertFails(unused(), "refused");
        }
    }

    private void assertFails(URI service, String message) {
        assertThatThrownBy(() -> driver.check(service, IO))
                .isInstanceOf(EndpointCheckException.class)
                .hasMessageContaining(message);
    }
}
