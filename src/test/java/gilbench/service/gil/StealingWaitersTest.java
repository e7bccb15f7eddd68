package gilbench.service.gil;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.SignalStealing;
import gilbench.scenario.WaiterChoice;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StealingWaitersTest {
    private static final int DRAWS = 20_000;
    private static final long AWAKE = SignalStealing.AWAKE.toNanos();
    private static final long NOW = 10 * AWAKE;
    private static final SignalStealing ALWAYS = new SignalStealing(1);

    /** The requester armed last, {@code age} ago; another did at the age of {@code other}. */
    @ParameterizedTest
    @CsvSource({"0, 60001, 0.4", "60000, 60001, 0.4", "0, 60000, 0.2", "0, 0, 0.2", "60001, 70000, 0"})
    void poll_requested_stealsInAShareOfCases(long age, long other, double share) {
        WaiterList list = list(WaiterChoice.FIFO, new SignalStealing(0.4));
        int stolen = 0;
        for (int i = 0; i < DRAWS; i++) {
            List<Waiter> waiters = armed(list, NOW - 3 * AWAKE, NOW - other, NOW - age);
            Waiter polled = list.poll(NOW, waiters.getLast());
            assertThat(polled).isIn(waiters.getFirst(), waiters.getLast());
            stolen += polled == waiters.getLast() ? 1 : 0;
            waiters.stream().filter(waiter -> waiter != polled).forEach(list::remove);
        }

        double fourSigma = 4 * Math.sqrt(share * (1 - share) / DRAWS);
        assertThat((double) stolen / DRAWS).isBetween(share - fourSigma, share + fourSigma);
        assertThat(list.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void poll_nobodyRequested_choosesAsIfNobodyStole(WaiterChoice choice) {
        WaiterList list = list(choice, ALWAYS);
        Waiter only = armed(list, NOW).getFirst();

        assertThat(list.poll(NOW, null)).isSameAs(only);
        assertThat(list.poll(NOW, null)).isNull();
    }

    @Test
    void poll_requesterRemoved_stealsNothing() {
        WaiterList list = list(WaiterChoice.FIFO, ALWAYS);
        List<Waiter> waiters = armed(list, NOW - 2 * AWAKE, NOW);
        list.remove(waiters.getLast());
        waiters.getLast().disarm();

        assertThat(list.poll(NOW, waiters.getLast())).isSameAs(waiters.getFirst());
    }

    @Test
    void poll_requesterArmedBeforeAnother_stealsFromWhoIsFirst() {
        WaiterList list = list(WaiterChoice.FIFO, ALWAYS);
        List<Waiter> waiters = armed(list, NOW - 2 * AWAKE, NOW - 2, NOW - 2 * AWAKE);

        assertThat(list.poll(NOW, waiters.get(1))).isSameAs(waiters.get(1));
    }

    @Test
    void release_requested_whoRequestedSteals() {
        long window = 5 * AWAKE;
        GilState state = new GilState(window, list(WaiterChoice.FIFO, ALWAYS));
        Thread holder = new Thread();
        state.acquire(holder);
        Waiter requester = new Waiter(new Thread());
        state.arm(requester, 0);
        Waiter first = new Waiter(new Thread());
        state.arm(first, 1);
        state.expire(requester);
        state.arm(requester, window);

        assertThat(state.release(holder, window + 1)).isSameAs(requester);
        state.acquire(requester.thread());
        assertThat(state.release(requester.thread(), window + 2)).isSameAs(first);
    }

    private static WaiterList list(WaiterChoice choice, SignalStealing stealing) {
        return WaiterList.of(choice, stealing, new SplittableRandom(3));
    }

    private static List<Waiter> armed(WaiterList list, long... times) {
        return LongStream.of(times)
                .mapToObj(time -> {
                    Waiter waiter = new Waiter(new Thread());
                    waiter.arm(0, time, AWAKE);
                    list.add(waiter);
                    return waiter;
                })
                .toList();
    }
}
