package gilbench.service.interpreter;

import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.service.gil.Gil;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An executor whose tasks run as Python code does: each holds the GIL of one interpreter from its first to its last
 * instruction, except where it releases it.
 *
 * <p>A task honours a drop request only at {@link #checkpoint} and in {@link #burn}. A task that blocks, in particular on
 * the future of another task, must do so in {@link #released}, or all tasks of the interpreter stand still. The GIL is
 * dropped however a task ends; its exception arrives in its future, which may be done a moment before the drop.
 *
 * <p>The static methods act on the interpreter of the task that runs on the calling thread, and throw
 * {@link IllegalStateException} outside of tasks.
 */
public interface GilExecutor extends ExecutorService {
    /** Runs tasks on a fixed number of platform threads, with an unbounded queue. */
    static GilExecutor platformThreads(int threads, PythonInterpreter interpreter) {
        return new InterpreterExecutor(Executors.newFixedThreadPool(threads), interpreter);
    }

    /** Runs each task on a virtual thread of its own. */
    static GilExecutor virtualThreads(PythonInterpreter interpreter) {
        return new InterpreterExecutor(Executors.newVirtualThreadPerTaskExecutor(), interpreter);
    }

    /**
     * Lets another task run when it has asked for the GIL.
     *
     * @return nanoseconds from the drop until taken again; 0 when nobody asked
     */
    static long checkpoint() {
        return InterpreterExecutor.current().gil().checkpoint();
    }

    /** Burns {@code cpu} of processor time as a {@code python} step, with checkpoints. */
    static void burn(Duration cpu) {
        InterpreterExecutor.current().runCpuStep(new Step(StepKind.PYTHON, cpu), new Ledger());
    }

    /**
     * Drops the GIL, calls, and takes the GIL again. Within {@code call} there is no checkpoint and no further release.
     *
     * @throws Exception what {@code call} throws, after the GIL is taken again
     */
    static <T> T released(Callable<T> call) throws Exception {
        Gil gil = InterpreterExecutor.current().gil();
        gil.drop();
        try {
            return call.call();
        } finally {
            gil.take();
        }
    }
}
