package gilbench.service.interpreter;

import gilbench.scenario.Calibration;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.service.gil.Gil;
import gilbench.service.gil.StepCounters;
import gilbench.service.gil.StepTimes;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * An interpreter whose CPU steps are chunks of counted work.
 *
 * <p>As in CPython, a step that released the GIL takes it again before its failure goes on, so that there is one holder's
 * drop at the end of a request, however it ends. An {@code io} step is a send and a receive on a kept socket, so that it
 * releases the GIL twice: beside a thread that computes, each may cost a switch interval.
 */
final class ChunkedInterpreter implements PythonInterpreter {
    private final Gil gil;
    private final StepCounters counters;
    private final Chunks chunks;
    private final Calibration calibration;
    private final double overhead;

    ChunkedInterpreter(Gil gil, Chunks chunks, Calibration calibration, double overhead) {
        this.gil = gil;
        this.counters = StepCounters.of(gil);
        this.chunks = chunks;
        this.calibration = calibration;
        this.overhead = overhead;
    }

    @Override
    public Gil gil() {
        return gil;
    }

    @Override
    public StepTimes stepTimes() {
        return counters.read();
    }

    @Override
    public boolean run(RequestProfile profile, DelayPort delays, long deadline, Ledger ledger)
            throws IOException, InterruptedException {
        StepKind first = profile.steps().getFirst().kind();
        StepKind last = profile.steps().getLast().kind();
        waited(first, gil.take(), ledger);
        try {
            for (Step step : profile.steps()) {
                if (System.nanoTime() - deadline >= 0) {
                    return false;
                }
                carryOut(step, delays, ledger);
            }
            return true;
        } finally {
            waited(last, gil.drop(), ledger);
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
        waited(StepKind.PYTHON, waited, ledger);
        held(StepKind.PYTHON, System.nanoTime() - began - waited, ledger);
    }

    private void opaque(long units, Ledger ledger) {
        long began = System.nanoTime();
        chunks.unpolled(units);
        held(StepKind.OPAQUE, System.nanoTime() - began, ledger);
    }

    private void held(StepKind kind, long nanos, Ledger ledger) {
        counters.held(kind, nanos);
        ledger.python(nanos);
    }

    private void waited(StepKind kind, long nanos, Ledger ledger) {
        counters.waited(kind, nanos);
        ledger.gilWait(nanos);
    }

    private void released(long units, Ledger ledger) {
        waited(StepKind.NATIVE, gil.drop(), ledger);
        long began = System.nanoTime();
        try {
            chunks.unpolled(units);
        } finally {
            ledger.nativeTime(System.nanoTime() - began);
            waited(StepKind.NATIVE, gil.take(), ledger);
        }
    }

    private void io(Duration delay, DelayPort delays, Ledger ledger) throws IOException, InterruptedException {
        waited(StepKind.IO, gil.drop(), ledger);
        long began = System.nanoTime();
        CompletableFuture<Void> answer = delays.callAsync(delay);
        ledger.io(System.nanoTime() - began);
        waited(StepKind.IO, gil.take() + gil.drop(), ledger);
        began = System.nanoTime();
        try {
            await(answer);
        } finally {
            ledger.io(System.nanoTime() - began);
            waited(StepKind.IO, gil.take(), ledger);
        }
    }

    private static void await(CompletableFuture<Void> answer) throws IOException, InterruptedException {
        try {
            answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failed ? failed : new IOException(e.getCause());
        }
    }
}
