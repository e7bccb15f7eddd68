package gilbench.predict;

import static gilbench.predict.Models.MS;
import static gilbench.predict.Models.rules;
import static gilbench.scenario.StepKind.IO;
import static gilbench.scenario.StepKind.OPAQUE;
import static gilbench.scenario.StepKind.PYTHON;
import static gilbench.scenario.WaiterChoice.FIFO;
import static gilbench.scenario.WaiterChoice.LIFO;
import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.MachineTimes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Timelines of a few threads, to the microsecond: switch interval 5 ms, poll gap 100 us, wake latency 20 us, no slack.
 * Threads are called A, B, C in the order in which they come; "A 7120" says that A took the GIL then.
 */
class GilTimelineTest {
    private static final Delay LONG = Delay.constant(100_000 * MS);

    @Test
    void twoThatCompute_eachSliceIsIntervalPollGapAndLatency() {
        Models models = Models.pool(2)
                .gil(rules(5, 100, 20, FIFO))
                .kind(1, PYTHON, LONG)
                .kind(1, PYTHON, LONG);

        assertThat(takes(models.script(0L, 2 * MS), 23))
                .containsExactly("A 0", "B 7120", "A 12240", "B 17360", "A 22480");
    }

    @Test
    void voluntaryReleaseBesideOneThatComputes_returningMeansWaitingAWholeWindow() {
        Models models = Models.pool(2)
                .gil(rules(5, 100, 20, FIFO))
                .kind(1, PYTHON, millis(1), IO, millis(3), PYTHON, millis(1))
                .kind(1, PYTHON, LONG);

        assertThat(takes(models.script(0L, MS / 2), 12)).containsExactly("A 0", "B 1020", "A 9120", "B 10140");
    }

    @Test
    void waitShorterThanTheLatency_theReleaserTakesItAgainAndTheWokenArmsAWholeWindow() {
        Models models = Models.pool(2)
                .gil(rules(5, 100, 20, FIFO))
                .kind(1, PYTHON, millis(1), IO, Delay.constant(MS / 100), PYTHON, millis(20))
                .kind(1, PYTHON, LONG);

        assertThat(takes(models.script(0L, MS / 2), 7)).containsExactly("A 0", "A 1010", "B 6140");
    }

    @Test
    void voluntaryReleaseUnderARequest_theWaitBeginsAfterTheSwitch() {
        Models models = Models.pool(2)
                .gil(rules(5, 100, 20, FIFO))
                .kind(1, PYTHON, Delay.constant(5_550_000), IO, millis(3))
                .kind(1, PYTHON, LONG);

        assertThat(all(models.script(0L, MS / 2), 7)).containsExactly("A 0", "B 5570", "A waits 5570");
    }

    @Test
    void staleWindow_theRequestComesFromTheNextOne() {
        Models models = Models.pool(3)
                .gil(rules(5, 100, 0, LIFO))
                .kind(1, PYTHON, millis(3), IO, LONG)
                .kind(1, PYTHON, LONG)
                .kind(1, PYTHON, LONG);

        assertThat(takes(models.script(0L, 0L, MS), 11)).containsExactly("A 0", "C 3000", "B 10100");
    }

    @Test
    void threeThatComputeFirstArmedFirst_inTurn() {
        Models models = Models.pool(3).gil(rules(5, 100, 20, FIFO)).kind(1, PYTHON, LONG);

        List<String> order = takes(models.script(0L, MS, 2 * MS), 600).stream()
                .map(take -> take.substring(0, 1))
                .toList();

        assertThat(order).hasSizeGreaterThan(100);
        for (int i = 2; i < order.size(); i++) {
            assertThat(order.get(i)).isNotEqualTo(order.get(i - 2));
        }
    }

    @Test
    void opaqueStep_runsToItsEnd() {
        Models models = Models.pool(2)
                .gil(rules(5, 100, 20, FIFO))
                .kind(1, OPAQUE, millis(300), PYTHON, LONG)
                .kind(1, PYTHON, LONG);

        assertThat(takes(models.script(0L, MS), 301)).containsExactly("A 0", "B 300020");
    }

    @Test
    void sameSeed_sameTrace() {
        Model model = Models.pool(8)
                .gil(GilRules.of(Interpreter.of(InterpreterKind.GIL), MachineTimes.TYPICAL))
                .kind(1, PYTHON, millis(8), IO, millis(3))
                .poisson(90);

        assertThat(new Recorder(model, 7, 2000).seen).isEqualTo(new Recorder(model, 7, 2000).seen);
        assertThat(new Recorder(model, 7, 2000).seen).isNotEqualTo(new Recorder(model, 8, 2000).seen);
    }

    private static Delay millis(long millis) {
        return Delay.constant(millis * MS);
    }

    private static List<String> takes(Model model, long millis) {
        return all(model, millis).stream()
                .filter(each -> !each.contains("waits"))
                .toList();
    }

    private static List<String> all(Model model, long millis) {
        return new Recorder(model, 1, millis).seen;
    }

    private static final class Recorder implements Trace {
        private final List<String> seen = new ArrayList<>();
        private final Map<Integer, String> names = new HashMap<>();

        Recorder(Model model, long seed, long millis) {
            new Simulation(model, seed, this).observe(0, millis * MS, Long.MAX_VALUE);
        }

        @Override
        public void asked(int thread, long now) {
            names.computeIfAbsent(thread, _ -> Character.toString('A' + names.size()));
        }

        @Override
        public void taken(int thread, long now) {
            seen.add(names.get(thread) + " " + now / 1000);
        }

        @Override
        public void waits(int thread, long now) {
            seen.add(names.get(thread) + " waits " + now / 1000);
        }
    }
}
