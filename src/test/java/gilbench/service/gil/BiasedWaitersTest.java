package gilbench.service.gil;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.RequesterBias;
import gilbench.scenario.WaiterChoice;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BiasedWaitersTest {
    private static final int DRAWS = 20_000;
    private static final RequesterBias FULL = new RequesterBias(1, 1);

    /** Who is first in line never requests here, so that every choice of the requester is due to the bias. */
    @ParameterizedTest
    @CsvSource({"2, 0.7, 0.2, 0.7", "3, 0.7, 0.2, 0.2", "5, 0, 0.4, 0.4", "2, 0, 0.4, 0", "4, 0, 1, 1"})
    void pollFor_requesterLastInLine_isChosenWithTheBiasOfThatMany(
            int armed, double amongTwo, double amongMore, double bias) {
        WaiterList list =
                WaiterList.of(WaiterChoice.FIFO, new RequesterBias(amongTwo, amongMore), new SplittableRandom(3));
        int chosen = 0;
        for (int i = 0; i < DRAWS; i++) {
            List<Waiter> waiters = armed(armed, list);
            Waiter polled = list.pollFor(waiters.getLast());
            chosen += polled == waiters.getLast() ? 1 : 0;
            waiters.stream().filter(waiter -> waiter != polled).forEach(list::remove);
        }

        double fourSigma = 4 * Math.sqrt(bias * (1 - bias) / DRAWS);
        assertThat((double) chosen / DRAWS).isBetween(bias - fourSigma, bias + fourSigma);
        assertThat(list.size()).isZero();
    }

    @Test
    void pollFor_requesterNotArmed_choosesAsIfNobodyHadRequested() {
        WaiterList list = WaiterList.of(WaiterChoice.FIFO, FULL, new SplittableRandom(3));
        List<Waiter> waiters = armed(3, list);
        list.remove(waiters.getLast());
        waiters.getLast().disarm();

        assertThat(list.pollFor(waiters.getLast())).isSameAs(waiters.getFirst());
    }

    @Test
    void poll_nobodyRequested_hasNoBias() {
        WaiterList list = WaiterList.of(WaiterChoice.FIFO, FULL, new SplittableRandom(3));
        List<Waiter> waiters = armed(3, list);

        assertThat(list.poll()).isSameAs(waiters.getFirst());
    }

    @Test
    void release_requestPending_signalsTheRequesterUnderFullBias() {
        GilState state = new GilState(100, WaiterList.of(WaiterChoice.FIFO, FULL, new SplittableRandom(3)));
        Thread holder = new Thread();
        state.acquire(holder);
        List<Waiter> waiters = IntStream.range(0, 3)
                .mapToObj(i -> new Waiter(new Thread()))
                .peek(waiter -> state.arm(waiter, 0))
                .toList();
        state.expire(waiters.getFirst());
        state.arm(waiters.getFirst(), 100);

        assertThat(state.release(holder)).isSameAs(waiters.getFirst());
    }

    private static List<Waiter> armed(int number, WaiterList list) {
        return IntStream.range(0, number)
                .mapToObj(i -> new Waiter(new Thread()))
                .peek(waiter -> {
                    waiter.arm(0, 0);
                    list.add(waiter);
                })
                .toList();
    }
}
