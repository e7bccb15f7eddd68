package gilbench.service.interpreter;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** Hands tasks to another executor, each wrapped in the take and the drop of an interpreter's GIL. */
final class InterpreterExecutor extends AbstractExecutorService implements GilExecutor {
    private static final ScopedValue<PythonInterpreter> CURRENT = ScopedValue.newInstance();

    private final ExecutorService threads;
    private final PythonInterpreter interpreter;

    InterpreterExecutor(ExecutorService threads, PythonInterpreter interpreter) {
        this.threads = threads;
        this.interpreter = interpreter;
    }

    /** The interpreter of the task on the calling thread. */
    static PythonInterpreter current() {
        return CURRENT.orElseThrow(() -> new IllegalStateException("not called from a task of a GilExecutor"));
    }

    @Override
    public void execute(Runnable task) {
        threads.execute(new HoldingTask(task, interpreter));
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow().stream().map(HoldingTask::original).toList();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }

    private record HoldingTask(Runnable task, PythonInterpreter interpreter) implements Runnable {
        static Runnable original(Runnable queued) {
            return queued instanceof HoldingTask holding ? holding.task : queued;
        }

        @Override
        public void run() {
            interpreter.gil().take();
            try {
                ScopedValue.where(CURRENT, interpreter).run(task);
            } finally {
                interpreter.gil().drop();
            }
        }
    }
}
