package gilbench.cli.probe;

import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.service.gil.Gil;
import gilbench.service.interpreter.Ledger;
import gilbench.service.interpreter.PythonInterpreter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What the threads of one task share: an interpreter, the window, and who worked last. What is noted is guarded by the GIL of
 * the interpreter, as it is in the Python probe.
 */
final class ProbeStage {
    private final PythonInterpreter interpreter;
    private final long seed;
    private final Duration call;
    private final long begin;
    private final long end;
    private final List<Long> switches = new ArrayList<>();
    private @Nullable Object working;

    /**
     * A stage.
     *
     * @param call what a call costs in Python beyond what it costs here, with the GIL held
     * @param begin value of {@link System#nanoTime} at which the window opens
     */
    ProbeStage(PythonInterpreter interpreter, long seed, Duration call, long begin, Duration window) {
        this.interpreter = interpreter;
        this.seed = seed;
        this.call = call;
        this.begin = begin;
        this.end = begin + window.toNanos();
    }

    Gil gil() {
        return interpreter.gil();
    }

    long seed() {
        return seed;
    }

    boolean isOver(long at) {
        return at - end >= 0;
    }

    void awaitBegin() {
        sleep(begin - System.nanoTime());
    }

    /** Drops the GIL, sleeps for {@code nanos} and takes the GIL again; does nothing when that is not positive. */
    void sleep(long nanos) {
        if (nanos <= 0) {
            return;
        }
        gil().drop();
        try {
            long until = System.nanoTime() + nanos;
            for (long left = nanos; left > 0; left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        } finally {
            gil().take();
        }
    }

    /** Spends processor time as a step of {@code kind}; the caller holds the GIL. */
    void burn(StepKind kind, Duration cpu) {
        interpreter.runCpuStep(new Step(kind, cpu), new Ledger());
    }

    /** Spends what Python spends around a call. */
    void burnCall() {
        if (!call.isZero()) {
            burn(StepKind.PYTHON, call);
        }
    }

    /** Notes that {@code worker} worked until {@code at}. */
    void worked(Object worker, long at) {
        if (!worker.equals(working)) {
            working = worker;
            switches.add(at);
        }
    }

    List<Long> slices() {
        List<Long> slices = new ArrayList<>();
        for (int i = 1; i < switches.size(); i++) {
            slices.add(switches.get(i) - switches.get(i - 1));
        }
        return slices;
    }
}
