package gilbench.service.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import gilbench.scenario.Calibration;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.TimeBudget;
import gilbench.service.gil.Gil;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Steps at one unit per microsecond and a poll gap of 10 units. */
class ChunkedInterpreterTest {
    private static final Calibration UNIT_PER_MICRO = new Calibration(1e6);

    private final List<String> events = new ArrayList<>();
    private final RecordingGil gil = new RecordingGil(events);
    private final Ledger ledger = new Ledger();

    @Test
    void run_eachKindOfStep_holdsTheGilWhereItShould() throws Exception {
        boolean ended = interpreter(1)
                .run(
                        profile(
                                step(StepKind.PYTHON, 25),
                                step(StepKind.OPAQUE, 15),
                                step(StepKind.NATIVE, 12),
                                step(StepKind.IO, 3000)),
                        new Delays(),
                        never(),
                        ledger);

        assertThat(ended).isTrue();
        assertThat(events)
                .containsExactly(
                        "take",
                        "held 10",
                        "checkpoint",
                        "held 10",
                        "checkpoint",
                        "held 5",
                        "checkpoint",
                        "held 10",
                        "held 5",
                        "drop",
                        "free 10",
                        "free 2",
                        "take",
                        "drop",
                        "free call PT0.003S",
                        "take",
                        "drop",
                        "take",
                        "drop");
    }

    @Test
    void run_waits_areBookedAsGilWait() throws Exception {
        interpreter(1).run(profile(step(StepKind.NATIVE, 1), step(StepKind.IO, 1000)), new Delays(), never(), ledger);

        assertThat(ledger.budget(0).gilWait()).isEqualTo(4 * 3 + 4 * 2);
    }

    @Test
    void python_withWaitsAtCheckpoints_booksThemOnlyAsGilWait() {
        Gil slow = new WaitingGil();
        ChunkedInterpreter interpreter =
                new ChunkedInterpreter(slow, new Chunks((state, units) -> state, 10), UNIT_PER_MICRO, 1);
        long began = System.nanoTime();

        interpreter.runCpuStep(step(StepKind.PYTHON, 100), ledger);

        TimeBudget budget = ledger.budget(System.nanoTime() - began);
        assertThat(budget.gilWait()).isEqualTo(10 * WaitingGil.WAIT);
        assertThat(budget.python() + budget.gilWait()).isBetween(0L, budget.total());
    }

    @Test
    void run_deadlinePassed_beginsNoStepAndDropsTheGil() throws Exception {
        boolean ended =
                interpreter(1).run(profile(step(StepKind.PYTHON, 1)), new Delays(), System.nanoTime() - 1, ledger);

        assertThat(ended).isFalse();
        assertThat(events).containsExactly("take", "drop");
    }

    @Test
    void run_ioFails_throwsWithTheGilDroppedOnce() {
        IOException failure = new IOException("503");

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> interpreter(1)
                        .run(profile(step(StepKind.IO, 1000)), new FailingDelays(failure), never(), ledger))
                .isSameAs(failure);
        assertThat(events).containsExactly("take", "drop", "take", "drop", "take", "drop");
    }

    @ParameterizedTest
    @EnumSource(names = {"PYTHON", "OPAQUE", "NATIVE"})
    void run_cpuStepFails_throwsWithTheGilDropped(StepKind kind) {
        Burner failing = (state, units) -> {
            throw new IllegalStateException("burnt out");
        };
        ChunkedInterpreter interpreter = new ChunkedInterpreter(gil, new Chunks(failing, 10), UNIT_PER_MICRO, 1);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> interpreter.run(profile(step(kind, 1)), new Delays(), never(), ledger))
                .withMessage("burnt out");
        assertThat(gil.isHeld()).isFalse();
    }

    @Test
    void runCpuStep_io_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> interpreter(1).runCpuStep(step(StepKind.IO, 1000), ledger));
    }

    @Test
    void cpuSteps_anyLengthPollGapAndOverhead_burnExactlyTheirUnits() {
        qt().forAll(
                        integers().between(0, 5000),
                        integers().between(1, 300),
                        integers().between(100, 200))
                .checkAssert((micros, gap, percent) -> {
                    double overhead = percent / 100.0;
                    long held = Math.round(micros * overhead);
                    assertThat(burnt(StepKind.PYTHON, micros, gap, overhead)).isEqualTo(held);
                    assertThat(burnt(StepKind.OPAQUE, micros, gap, overhead)).isEqualTo(held);
                    assertThat(burnt(StepKind.NATIVE, micros, gap, overhead)).isEqualTo(micros.longValue());
                });
    }

    private static long burnt(StepKind kind, int micros, int gap, double overhead) {
        long[] burnt = {0};
        Burner counting = (state, units) -> {
            assertThat(units).isBetween(1L, (long) gap);
            burnt[0] += units;
            return state;
        };
        Chunks chunks = new Chunks(counting, gap);
        new ChunkedInterpreter(Gil.none(), chunks, UNIT_PER_MICRO, overhead)
                .runCpuStep(step(kind, micros), new Ledger());
        return burnt[0];
    }

    private ChunkedInterpreter interpreter(double overhead) {
        Burner noting = (state, units) -> {
            events.add((gil.isHeld() ? "held " : "free ") + units);
            return state;
        };
        return new ChunkedInterpreter(gil, new Chunks(noting, 10), UNIT_PER_MICRO, overhead);
    }

    private static RequestProfile profile(Step... steps) {
        return new RequestProfile(List.of(steps));
    }

    private static Step step(StepKind kind, long micros) {
        return new Step(kind, Duration.ofNanos(micros * 1000));
    }

    private static long never() {
        return System.nanoTime() + Duration.ofHours(1).toNanos();
    }

    private final class Delays implements DelayPort {
        @Override
        public CompletableFuture<Void> callAsync(Duration delay) {
            events.add((gil.isHeld() ? "held" : "free") + " call " + delay);
            return CompletableFuture.allOf();
        }
    }

    private record FailingDelays(IOException failure) implements DelayPort {
        @Override
        public CompletableFuture<Void> callAsync(Duration delay) {
            return CompletableFuture.failedFuture(failure);
        }
    }
}
