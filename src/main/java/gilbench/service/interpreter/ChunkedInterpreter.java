package gilbench.service.interpreter;

import gilbench.scenario.Calibration;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.service.gil.Gil;
import java.io.IOException;
import java.time.Duration;

/**
 * An interpreter whose CPU steps are chunks of counted work.
 *
 * <p>As in CPython, a step that released the GIL takes it again before its failure goes on, so that there is one holder's
 * drop at the end of a request, however it ends.
 */
final class ChunkedInterpreter implements PythonInterpreter {
    private final Gil gil;
    private final Chunks chunks;
    private final Calibration calibration;
    private final double overhead;

    ChunkedInterpreter(Gil gil, Chunks chunks, Calibration calibration, double overhead) {
        this.gil = gil;
        this.chunks = chunks;
        this.calibration = calibration;
        this.overhead = overhead;
    }

    @Override
    public Gil gil() {
        return gil;
    }

    @Override
    public boolean run(RequestProfile profile, DelayPort delays, long deadline, Ledger ledger)
            throws IOException, InterruptedException {
        ledger.gilWait(gil.take());
        try {
            for (Step step : profile.steps()) {
                if (System.nanoTime() - deadline >= 0) {
                    return false;
                }
                carryOut(step, delays, ledger);
            }
            return true;
        } finally {
            ledger.gilWait(gil.drop());
        }
    }

    @Override
    public void runCpuStep(Step step, Ledger ledger) {
        switch (step.kind()) {
            case PYTHON -> python(held(step), ledger);
            case OPAQUE -> opaque(held(step), ledger);
            case NATIVE -> released(calibration.units(step.duration()), ledger);
            case IO -> throw new IllegalArgumentException("an io step is no CPU step");
        }
    }

    private void carryOut(Step step, DelayPort delays, Ledger ledger) throws IOException, InterruptedException {
        switch (step.kind()) {
            case PYTHON, OPAQUE, NATIVE -> runCpuStep(step, ledger);
            case IO -> io(step.duration(), delays, ledger);
        }
    }

    private long held(Step step) {
        return Math.round(calibration.units(step.duration()) * overhead);
    }

    private void python(long units, Ledger ledger) {
        long began = System.nanoTime();
        long waited = chunks.polled(units, gil);
        ledger.gilWait(waited);
        ledger.python(System.nanoTime() - began - waited);
    }

    private void opaque(long units, Ledger ledger) {
        long began = System.nanoTime();
        chunks.unpolled(units);
        ledger.python(System.nanoTime() - began);
    }

    private void released(long units, Ledger ledger) {
        ledger.gilWait(gil.drop());
        long began = System.nanoTime();
        try {
            chunks.unpolled(units);
        } finally {
            ledger.nativeTime(System.nanoTime() - began);
            ledger.gilWait(gil.take());
        }
    }

    private void io(Duration delay, DelayPort delays, Ledger ledger) throws IOException, InterruptedException {
        ledger.gilWait(gil.drop());
        long began = System.nanoTime();
        try {
            delays.call(delay);
        } finally {
            ledger.io(System.nanoTime() - began);
            ledger.gilWait(gil.take());
        }
    }
}
