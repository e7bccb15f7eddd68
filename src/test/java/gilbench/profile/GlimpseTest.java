package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.load.LoadDriver;
import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.scenario.RequestProfile;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GlimpseTest {
    /** Uses 3 ms, is under way until somebody looks, and uses 1 ms more. */
    private static final class Watched implements ProcessTree {
        private final Thread asking = Thread.currentThread();
        private final AtomicLong used = new AtomicLong();
        private final CompletableFuture<@Nullable Void> underWay = new CompletableFuture<>();
        private final CompletableFuture<Thread> looking = new CompletableFuture<>();
        private final FakeService answers = new FakeService(End.COMPLETED, 1);
        private int requests;

        LoadDriver connected() {
            LoadDriver answering = answers.connected();
            return new LoadDriver() {
                @Override
                public Measurement drive(LoadRequest request) throws InterruptedException {
                    used.addAndGet(3_000_000);
                    if (++requests > Prober.REHEARSALS) {
                        underWay.complete(null);
                        awaitEndOfTask(looking.join());
                    }
                    used.addAndGet(1_000_000);
                    return answering.drive(request);
                }

                @Override
                public void check(URI service, RequestProfile profile) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public void close() {
                    answering.close();
                }
            };
        }

        /** A thread of a pool waits when it has nothing to do. */
        private static void awaitEndOfTask(Thread thread) {
            while (thread.getState() != Thread.State.WAITING && thread.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
        }

        @Override
        public TreeTime time() {
            boolean reading = !Thread.currentThread().equals(asking);
            if (reading) {
                underWay.join();
            }
            TreeTime time = new TreeTime(Map.of(1L, new ProcessTime(Map.of(1L, used.get()), 0, 0)));
            if (reading) {
                looking.complete(Thread.currentThread());
            }
            return time;
        }

        @Override
        public Set<Long> listening(int port) {
            return Set.of();
        }

        @Override
        public String program(long pid) {
            return "";
        }
    }

    @Test
    void glimpses_requestUnderWay_splitItsProcessorTime() throws InterruptedException {
        Watched service = new Watched();

        List<Glimpse> seen = new Prober(service::connected, service).glimpses(FakeService.ADDRESS, List.of(0.001));

        assertThat(seen).containsExactly(new Glimpse(0.003, 0.001));
    }

    @Test
    void glimpses_requestThatEndedSooner_areNone() throws InterruptedException {
        FakeService service = new FakeService(End.COMPLETED, 1);

        assertThat(new Prober(service::connected, service).glimpses(FakeService.ADDRESS, List.of(60.0)))
                .isEmpty();
    }

    @Test
    void share_nothingUsed_isZero() {
        assertThat(new Glimpse(0, 0).share()).isZero();
    }
}
