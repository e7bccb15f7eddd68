package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.scenario.BoundException;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ClosedDriveTest {
    private final ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger calls = new AtomicInteger();
    private final CountDownLatch gaveUp = new CountDownLatch(1);

    @AfterEach
    void shutDown() {
        loop.shutdownNow();
    }

    private static LoadRequest request(Workload.Closed workload, int maxInFlight) {
        return new LoadRequest(
                URI.create("http://service"),
                RequestProfile.of(StepKind.IO, Duration.ZERO),
                workload,
                Duration.ZERO,
                Duration.ofNanos(1),
                1,
                maxInFlight,
                Duration.ofSeconds(30));
    }

    private Measurement run(Workload.Closed workload, Caller caller) throws InterruptedException {
        return new ClosedDrive(request(workload, 100), workload, caller, Waiting.real(), () -> Duration.ZERO, loop)
                .run();
    }

    /** Answers at once on the thread that calls. */
    private final class Prompt implements Caller {
        @Override
        public void call(Flight flight) {
            calls.incrementAndGet();
            flight.sent();
            flight.ended(End.COMPLETED, Optional.empty());
        }

        @Override
        public void giveUp() {
            gaveUp.countDown();
        }
    }

    @Test
    void run_countedAndAnsweredAtOnce_neitherOverflowsTheStackNorLosesARequest() throws Exception {
        Measurement seen = run(new Workload.Closed(5, OptionalInt.of(20_000), Duration.ZERO), new Prompt());

        assertThat(seen.ends()).isEqualTo(Map.of(End.COMPLETED, 100_000L));
        assertThat(calls).hasValue(100_000);
        assertThat(seen.due()).isEqualTo(100_000);
        assertThat(gaveUp.getCount()).isOne();
    }

    @Test
    void run_usersWhoThink_waitAtLeastThatLong() throws Exception {
        Measurement seen = run(new Workload.Closed(2, OptionalInt.of(4), Duration.ofMillis(5)), new Prompt());

        assertThat(seen.ended()).isEqualTo(8);
        assertThat(seen.window()).isGreaterThanOrEqualTo(Duration.ofMillis(15));
    }

    @Test
    void run_interrupted_stopsTheUsers() throws Exception {
        Thread driver = Thread.currentThread();
        Prompt prompt = new Prompt();
        Caller interrupting = new Caller() {
            @Override
            public void call(Flight flight) {
                if (calls.get() == 10) {
                    driver.interrupt();
                }
                prompt.call(flight);
            }

            @Override
            public void giveUp() {
                prompt.giveUp();
            }
        };

        assertThatThrownBy(() ->
                        run(new Workload.Closed(1, OptionalInt.of(Integer.MAX_VALUE), Duration.ZERO), interrupting))
                .isInstanceOf(InterruptedException.class);
        assertThat(gaveUp.getCount()).isZero();
        drain();
        int before = calls.get();
        drain();
        assertThat(calls).hasValue(before);
    }

    /** Twice, since a user who was just deciding may have queued one more request behind the first task. */
    private void drain() throws Exception {
        loop.submit(() -> {}).get();
        loop.submit(() -> {}).get();
    }

    @Test
    void loadRequest_moreUsersThanTheBound_isRefused() {
        Workload.Closed workload = new Workload.Closed(11, OptionalInt.empty(), Duration.ZERO);

        assertThatThrownBy(() -> request(workload, 10))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("max-in-flight: 10 must be at least 11");
    }
}
