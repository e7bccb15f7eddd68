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

    /** Two sleep and two are awake; of these the one that armed first has the first chance, and what is left is for the first in line. */
    @ParameterizedTest
    @CsvSource({"0, 0.36", "1, 0", "2, 0.4", "3, 0.24"})
    void poll_twoAwake_eachStealsInTurn(int place, double share) {
        WaiterList list = list(WaiterChoice.FIFO, new SignalStealing(0.4));
        int chosen = 0;
        for (int i = 0; i < DRAWS; i++) {
            List<Waiter> waiters = armed(list, NOW - 3 * AWAKE, NOW - AWAKE - 1, NOW - AWAKE, NOW);
            Waiter polled = list.poll(NOW);
            chosen += polled == waiters.get(place) ? 1 : 0;
            waiters.stream().filter(waiter -> waiter != polled).forEach(list::remove);
        }

        double fourSigma = 4 * Math.sqrt(share * (1 - share) / DRAWS);
        assertThat((double) chosen / DRAWS).isBetween(share - fourSigma, share + fourSigma);
        assertThat(list.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void poll_nobodyAwake_choosesAsIfNobodyStole(WaiterChoice choice) {
        WaiterList list = list(choice, ALWAYS);
        Waiter only = armed(list, NOW - 2 * AWAKE).getFirst();

        assertThat(list.poll(NOW)).isSameAs(only);
        assertThat(list.poll(NOW)).isNull();
    }

    @Test
    void poll_awakeOneRemoved_stealsNothing() {
        WaiterList list = list(WaiterChoice.FIFO, ALWAYS);
        List<Waiter> waiters = armed(list, NOW - 2 * AWAKE, NOW);
        list.remove(waiters.getLast());

        assertThat(list.poll(NOW)).isSameAs(waiters.getFirst());
    }

    @Test
    void release_requested_whoRequestedSteals() {
        long window = 5 * AWAKE;
        GilState state = new GilState(window, list(WaiterChoice.FIFO, ALWAYS));
        Thread holder = new Thread();
        state.acquire(holder);
        Waiter requester = new Waiter(new Thread());
        state.arm(requester, 0);
        state.arm(new Waiter(new Thread()), 1);
        state.expire(requester);
        state.arm(requester, window);

        assertThat(state.release(holder, window + 1)).isSameAs(requester);
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
