package gilbench.service.interpreter;

import gilbench.scenario.Calibration;
import gilbench.scenario.Interpreter;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.service.gil.Gil;
import gilbench.service.gil.StepTimes;
import java.io.IOException;

/**
 * One simulated Python interpreter: its GIL and the carrying out of steps under it.
 *
 * <p>Any number of threads may call it at once; the GIL decides who runs.
 */
public interface PythonInterpreter {
    /**
     * An interpreter with a GIL of its own, or none when {@code spec} is free-threaded.
     *
     * @param calibration how much work a duration of CPU time is
     */
    static PythonInterpreter create(Interpreter spec, Burner burner, Calibration calibration) {
        Gil gil = switch (spec.kind()) {
            case GIL, PER_INTERPRETER_GIL ->
                Gil.create(spec.switchInterval(), spec.waiterChoice(), spec.signalStealing());
            case FREE_THREADED -> Gil.none();
        };
        return new ChunkedInterpreter(
                gil, Chunks.of(burner, calibration, spec.pollGap()), calibration, spec.overhead());
    }

    /** The GIL of this interpreter; of a free-threaded one, a lock that never makes anybody wait. */
    Gil gil();

    /** How long its steps held the GIL and waited for it, by kind; zero where nobody counts. */
    default StepTimes stepTimes() {
        return StepTimes.ZERO;
    }

    /**
     * Carries out all steps on the calling thread: takes the GIL, runs {@code python} and {@code opaque} steps under it,
     * drops it around {@code native} and {@code io} steps, and drops it at the end.
     *
     * @param deadline value of {@link System#nanoTime} after which no further step is begun
     * @return whether all steps were carried out; false when the deadline passed first
     * @throws IOException when an {@code io} step failed; the GIL is dropped
     * @throws InterruptedException when interrupted in an {@code io} step; the GIL is dropped
     */
    boolean run(RequestProfile profile, DelayPort delays, long deadline, Ledger ledger)
            throws IOException, InterruptedException;

    /**
     * Carries out one CPU step on the calling thread, which holds the GIL and holds it again afterwards.
     *
     * @throws IllegalArgumentException for an {@code io} step
     */
    void runCpuStep(Step step, Ledger ledger);
}
