package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Workload;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class K6MeasurementTest {
    private static final long MILLI = 1_000_000;
    private static final long BEGAN = 1_795_371_229_356L * MILLI;
    private static final Workload OPEN = new Workload.Open(ArrivalPattern.CONSTANT, 100);
    private static final K6Timetable EVERY_10_MS = new K6Timetable(100_000, 10 * MILLI, 0, 0, 100 * MILLI);

    private final K6Samples samples = new K6Samples();

    private void began() {
        samples.accept("gilbench_began," + BEGAN + "," + BEGAN / MILLI + ".000000,,,");
    }

    /** A request; times in ms since the scenario began. */
    private void request(int user, int turn, long iteration, long delayMicros, double actual, double end) {
        String key = "request=" + user + " " + turn + " " + iteration + " " + delayMicros + " 0";
        String time = Long.toString(BEGAN + Math.round(end * MILLI));
        samples.accept("http_req_duration," + time + "," + (end - actual) + ",,," + key);
        samples.accept("gilbench_answered," + time + ",1.0,,," + key + "&answer=completed ");
    }

    private void drop(double at) {
        samples.accept("dropped_iterations," + (BEGAN + Math.round(at * MILLI)) + ",1.0,,,");
    }

    private Measurement measured(Workload workload, K6Timetable timetable) {
        return new K6Measurement(workload, timetable, samples).measurement(Duration.ofMillis(5));
    }

    @Test
    void measurement_lateRequest_responseTimeFromTheIntendedStart() {
        began();
        request(1, 0, 0, 0, 0, 5);
        request(2, 0, 1, 0, 14, 20);

        Measurement seen = measured(OPEN, EVERY_10_MS);

        assertThat(seen.responseTime().max()).isCloseTo(0.010, within(1e-5));
        assertThat(seen.serviceTime().max()).isCloseTo(0.006, within(1e-5));
        assertThat(seen.sendLag().max()).isCloseTo(0.004, within(1e-5));
        assertThat(seen.generatorCpu()).isEqualTo(Duration.ofMillis(5));
    }

    @Test
    void measurement_timetableBeginsWithinTheMillisecond_whereTheLeastLagIsNone() {
        began();
        request(1, 0, 0, 0, 0.7, 5);
        request(2, 0, 1, 0, 10.6, 20);

        assertThat(measured(OPEN, EVERY_10_MS).sendLag().max()).isCloseTo(0.0001, within(2e-6));
    }

    @Test
    void measurement_everyRequestLate_timetableBeginsInItsMillisecondAllTheSame() {
        began();
        request(1, 0, 0, 0, 3, 5);

        assertThat(measured(OPEN, EVERY_10_MS).sendLag().max()).isCloseTo(0.002, within(1e-5));
    }

    @Test
    void measurement_displacedStart_intendedIncludesTheDelay() {
        began();
        request(1, 0, 0, 0, 0, 5);
        request(2, 0, 1, 7000, 17.5, 20);

        assertThat(measured(OPEN, EVERY_10_MS).sendLag().max()).isCloseTo(0.0005, within(1e-5));
    }

    @Test
    void measurement_droppedStart_countsAndMovesThoseAfterIt() {
        began();
        request(1, 0, 0, 0, 0, 15);
        drop(10.1);
        request(1, 1, 1, 0, 20.2, 24);

        Measurement seen = measured(OPEN, EVERY_10_MS);

        assertThat(seen.due()).isEqualTo(3);
        assertThat(seen.started()).isEqualTo(2);
        assertThat(seen.dropped()).isEqualTo(1);
        assertThat(seen.sendLag().max()).isCloseTo(0.0002, within(2e-6));
    }

    @Test
    void measurement_dropJustAfterALateStart_doesNotMoveIt() {
        began();
        request(1, 0, 0, 0, 0, 15);
        request(2, 0, 1, 0, 10.3, 35);
        drop(10.2);

        assertThat(measured(OPEN, EVERY_10_MS).sendLag().max()).isCloseTo(0.0003, within(2e-6));
    }

    @Test
    void measurement_goldenStream_everyEnd() throws IOException {
        Measurement seen = new K6Measurement(OPEN, EVERY_10_MS, K6SamplesTest.golden()).measurement(Duration.ZERO);

        assertThat(seen.ends()).isEqualTo(Map.of(End.COMPLETED, 1L, End.REJECTED, 1L, End.NOT_CONNECTED, 1L));
        assertThat(seen.dropped()).isEqualTo(1);
        assertThat(seen.budget().mean().gilWait()).isEqualTo(2 * MILLI);
        assertThat(seen.completedResponseTime().max()).isCloseTo(0.025, within(1e-4));
    }

    @Test
    void measurement_edges_inFlightIsConsistent() {
        began();
        K6Timetable window = new K6Timetable(100_000, 10 * MILLI, 0, 15 * MILLI, 45 * MILLI);
        for (int i = 0; i < 8; i++) {
            request(i, 0, i, 0, i * 10, i * 10 + 12);
        }

        Measurement seen = measured(OPEN, window);

        assertThat(seen.started()).isEqualTo(3);
        assertThat(seen.ended()).isEqualTo(3);
        assertThat(seen.inFlight().atStart()).isEqualTo(1);
        assertThat(seen.inFlight().atEnd()).isEqualTo(1);
        assertThat(seen.inFlight().max()).isEqualTo(2);
    }

    @Test
    void measurement_usersWithTurns_dueWhenTheyHaveThoughtAndTheWindowIsWhatTheyTook() {
        Workload users = new Workload.Closed(2, OptionalInt.of(2), Duration.ofMillis(10));
        began();
        request(1, 0, 0, 0, 0.5, 20);
        request(2, 0, 1, 0, 0.6, 25);
        request(1, 1, 2, 0, 31, 51);
        request(2, 1, 3, 0, 35, 60.5);

        Measurement seen = measured(users, new K6Timetable(0, 0, 0, 0, MILLI));

        assertThat(seen.ends()).isEqualTo(Map.of(End.COMPLETED, 4L));
        assertThat(seen.window()).isEqualTo(Duration.ofMillis(60));
        assertThat(seen.sendLag().max()).as("31 after 20 + 10").isCloseTo(0.001, within(1e-5));
    }
}
