package gilbench.service.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assumptions.assumeThat;

import gilbench.scenario.Calibration;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two CPU-bound threads in real time. Work is counted, so that one processor needs at least twice its calibrated time
 * for both; other processes only lengthen that.
 */
class SpeedUpTest {
    private static final Duration WORK = Duration.ofMillis(40);
    private static final int ATTEMPTS = 5;
    private static final double SERIAL = 1.7;

    private static final Burner BURNER = Burner.create();
    private static Calibration calibration = new Calibration(1);

    @BeforeAll
    static void calibrate() {
        calibration = Calibrator.create(BURNER).calibrate();
    }

    @Test
    void twoCpuThreads_underOneGil_takeAsLongAsOneAfterTheOther() throws Exception {
        assertThat(together(InterpreterKind.GIL)).isGreaterThan(SERIAL);
    }

    @Test
    void twoCpuThreads_freeThreaded_areFasterThanOneAfterTheOther() throws Exception {
        int bareInParallel = 0;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            bareInParallel += bareTogether() < SERIAL ? 1 : 0;
            if (together(InterpreterKind.FREE_THREADED) < SERIAL) {
                return;
            }
        }
        assumeThat(bareInParallel).as("plain burners found a second processor").isGreaterThan(ATTEMPTS / 2);
        fail("free-threaded threads took as long as one after the other, plain burners did not");
    }

    /** Time of two threads, in multiples of the work of one. */
    private static double together(InterpreterKind kind) throws Exception {
        Interpreter spec = Interpreter.of(kind);
        PythonInterpreter interpreter = PythonInterpreter.create(spec, BURNER, calibration);
        return timeOfTwo(() -> burnUnder(interpreter)) / (WORK.toNanos() * spec.overhead());
    }

    private static double bareTogether() throws Exception {
        return timeOfTwo(() -> BURNER.burn(calibration.units(WORK))) / (double) WORK.toNanos();
    }

    private static void burnUnder(PythonInterpreter interpreter) {
        interpreter.gil().take();
        interpreter.runCpuStep(new Step(StepKind.PYTHON, WORK), new Ledger());
        interpreter.gil().drop();
    }

    /** Nanoseconds from the common start of two threads until both have done {@code work}. */
    private static long timeOfTwo(Runnable work) throws Exception {
        AtomicLong began = new AtomicLong();
        CyclicBarrier start = new CyclicBarrier(2, () -> began.set(System.nanoTime()));
        Callable<Long> task = () -> {
            start.await(30, TimeUnit.SECONDS);
            work.run();
            return System.nanoTime();
        };
        try (ExecutorService executor = Executors.newFixedThreadPool(2)) {
            Future<Long> first = executor.submit(task);
            Future<Long> second = executor.submit(task);
            return Math.max(first.get(60, TimeUnit.SECONDS), second.get(60, TimeUnit.SECONDS)) - began.get();
        }
    }
}
