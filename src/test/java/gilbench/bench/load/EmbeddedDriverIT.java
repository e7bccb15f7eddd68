package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.scenario.TimeBudget;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the embedded driver sends and observes. */
@Timeout(120)
class EmbeddedDriverIT extends EmbeddedDrives {
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
}
