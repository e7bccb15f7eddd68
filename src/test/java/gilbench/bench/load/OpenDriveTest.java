package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.arrival.Sending;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenDriveTest {
    private static final long MILLI = 1_000_000;
    private static final Workload.Open HUNDRED_PER_SECOND = new Workload.Open(ArrivalPattern.CONSTANT, 100);

    private static Measurement run(FakeWaiting clock, Caller caller, int maxInFlight) throws InterruptedException {
        return run(clock, HUNDRED_PER_SECOND, caller, maxInFlight);
    }

    private static Measurement run(FakeWaiting clock, Workload.Open workload, Caller caller, int maxInFlight)
            throws InterruptedException {
        LoadRequest request = new LoadRequest(
                URI.create("http://service"),
                RequestProfile.of(StepKind.IO, Duration.ZERO),
                workload,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10),
                1,
                maxInFlight,
                Duration.ofNanos(1));
        return new OpenDrive(request, workload, caller, clock, () -> Duration.ofNanos(clock.now())).run();
    }

    /** Answers at once. */
    private static final class Prompt implements Caller {
        @Override
        public void call(Flight flight) {
            flight.sent();
            flight.ended(End.COMPLETED, Optional.empty());
        }

        @Override
        public void giveUp() {
            throw new AssertionError("nothing is under way");
        }
    }

    /** Never answers. */
    private static final class Silent implements Caller {
        private final Deque<Flight> flights = new ArrayDeque<>();
        private boolean gaveUp;

        @Override
        public void call(Flight flight) {
            flights.add(flight);
        }

        @Override
        public void giveUp() {
            gaveUp = true;
        }
    }

    @Test
    void run_timetable_isKeptToTheNanosecond() throws Exception {
        Measurement seen = run(new FakeWaiting(nanos -> nanos), new Prompt(), 10);

        assertThat(seen.due()).isEqualTo(1000);
        assertThat(seen.started()).isEqualTo(1000);
        assertThat(seen.window()).isEqualTo(Duration.ofSeconds(10));
        assertThat(seen.sendLag().max()).isZero();
        assertThat(seen.generatorCpu()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void run_poissonArrivals_asManyDueAsItsSendingSays() throws Exception {
        Workload.Open poisson = new Workload.Open(ArrivalPattern.POISSON, 100);
        Sending sending = new Sending(poisson, 1, Duration.ofSeconds(1), Duration.ofSeconds(10));

        assertThat(run(new FakeWaiting(nanos -> nanos), poisson, new Prompt(), 10)
                        .due())
                .isEqualTo(sending.due())
                .isNotEqualTo(1000);
    }

    /** A generator that is late sends what was due, and the lateness is in the response time, not in the service time. */
    @Test
    void run_generatorWakesLateOnce_showsInResponseTimeAndLagOnly() throws Exception {
        FakeWaiting clock = new FakeWaiting(nanos -> nanos);
        FakeWaiting late = new FakeWaiting(nanos -> {
            clock.advance(1);
            return clock.now() == 500 ? nanos + 300 * MILLI : nanos;
        });
        Measurement seen = run(late, new Prompt(), 10);

        assertThat(seen.started()).isEqualTo(1000);
        assertThat(seen.sendLag().max()).isCloseTo(0.3, within(0.001));
        assertThat(seen.responseTime().max()).isCloseTo(0.3, within(0.001));
        assertThat((1 - seen.responseTime().shareAtMost(0.001)) * 1000).isCloseTo(30, within(1.0));
        assertThat(seen.serviceTime().max()).isZero();
    }

    @Test
    void run_boundReached_dropsTheRestAndGivesUpAfterTheTimeout() throws Exception {
        Silent silent = new Silent();
        Measurement seen = run(new FakeWaiting(nanos -> nanos), silent, 150);

        assertThat(silent.flights).hasSize(150);
        assertThat(silent.gaveUp).isTrue();
        assertThat(seen.due()).isEqualTo(1000);
        assertThat(seen.started()).isEqualTo(50);
        assertThat(seen.dropped()).isEqualTo(950);
        assertThat(seen.inFlight().atStart()).isEqualTo(100);
        assertThat(seen.inFlight().atEnd()).isEqualTo(150);
        assertThat(seen.inFlight().mean()).isCloseTo(148.775, within(0.001));
    }
}
