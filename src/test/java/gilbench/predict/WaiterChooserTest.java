package gilbench.predict;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.SignalStealing;
import gilbench.scenario.WaiterChoice;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaiterChooserTest {
    private static final int DRAWS = 20_000;
    private static final long AWAKE = SignalStealing.AWAKE.toNanos();
    private static final long NOW = 1_000_000_000;
    private static final double WINDOW_MILLIS = 5;

    private final WaiterLinks links = new WaiterLinks();
    private final Waiters waiters = new Waiters(links, Math.round(WINDOW_MILLIS * 1e6));

    /** Three wait, of which the last requested, {@code age} ago; the second armed at the age of {@code other}. */
    @ParameterizedTest
    @CsvSource({"0, 60001, 0.4", "60000, 60001, 0.4", "0, 60000, 0.2", "0, 0, 0.2", "60001, 70000, 0"})
    void choose_requested_stealsInAShareOfCases(long age, long other, double share) {
        arm(3 * AWAKE, other, age);
        WaiterChooser chooser = chooser(0.4);
        int stolen = 0;
        for (int i = 0; i < DRAWS; i++) {
            int chosen = chooser.choose(2, NOW);
            assertThat(chosen).isIn(0, 2);
            stolen += chosen == 2 ? 1 : 0;
        }

        double fourSigma = 4 * Math.sqrt(share * (1 - share) / DRAWS);
        assertThat((double) stolen / DRAWS).isBetween(share - fourSigma, share + fourSigma);
    }

    @ParameterizedTest
    @ValueSource(ints = {VirtualGil.NOBODY, 0})
    void choose_requesterNobodyOrAsleep_takesTheFirst(int requester) {
        arm(3 * AWAKE, 0);

        assertThat(chooser(1).choose(requester, NOW)).isZero();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void choose_oneWaiter_takesIt(double probability) {
        arm(0);

        assertThat(chooser(probability).choose(0, NOW)).isZero();
    }

    private void arm(long... ages) {
        links.reserve(ages.length);
        for (int thread = 0; thread < ages.length; thread++) {
            waiters.add(thread, NOW - ages[thread]);
        }
    }

    private WaiterChooser chooser(double probability) {
        GilRules rules = Models.rules(WINDOW_MILLIS, WaiterChoice.FIFO, new SignalStealing(probability));
        return new WaiterChooser(rules, waiters, new SplittableRandom(5));
    }
}
