package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.bench.load.TestService.TestAnswer;
import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

/** What the embedded driver makes of services that fail, and of being interrupted. */
@Timeout(120)
class EmbeddedDriverFailuresIT extends EmbeddedDrives {
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
