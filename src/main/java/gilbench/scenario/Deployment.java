package gilbench.scenario;

import java.time.Duration;

/**
 * What serves the requests: a concurrency model, an interpreter and their sizes.
 *
 * @param workers worker processes of {@code worker-processes}, interpreters of {@code per-interpreter-gil}, else 1
 * @param threads threads of each process or interpreter; without meaning for virtual threads and the event loop
 * @param queue most requests that wait for a thread, a worker or the loop
 * @param maxInFlight most requests in flight, the same for all models
 * @param cores processors that the service and its workers may use
 * @param deadline how long a request may take
 * @param runtime what carries the requests out
 */
public record Deployment(
        ConcurrencyModel model,
        Interpreter interpreter,
        int workers,
        int threads,
        int queue,
        int maxInFlight,
        int cores,
        Duration deadline,
        PythonRuntime runtime) {
    /** Checks the bounds, that several workers have a model or an interpreter that can have them, and the runtime the model. */
    public Deployment {
        Checks.between("workers", workers, 1, 256);
        Checks.between("threads", threads, 1, 4096);
        Checks.between("queue", queue, 0, 1_000_000);
        Checks.between("max-in-flight", maxInFlight, 1, 1_000_000);
        Checks.between("cores", cores, 1, 1024);
        Checks.positive("deadline", deadline);
        if (workers > 1 && !canHaveWorkers(model, interpreter.kind())) {
            throw new BoundException(
                    "workers",
                    Integer.toString(workers),
                    "must be 1 unless the model is worker-processes or the interpreter is per-interpreter-gil");
        }
        if (!canHave(runtime, model)) {
            throw new BoundException("runtime", runtime.label(), "cannot have the model " + model.label());
        }
    }

    /** A deployment under the simulated runtime. */
    public Deployment(
            ConcurrencyModel model,
            Interpreter interpreter,
            int workers,
            int threads,
            int queue,
            int maxInFlight,
            int cores,
            Duration deadline) {
        this(model, interpreter, workers, threads, queue, maxInFlight, cores, deadline, PythonRuntime.SIMULATED);
    }

    /** The deployment of {@code model} and {@code interpreter} on {@code cores} processors, all else at its default. */
    public static Deployment of(ConcurrencyModel model, Interpreter interpreter, int cores) {
        return new Deployment(
                model,
                interpreter,
                canHaveWorkers(model, interpreter.kind()) ? cores : 1,
                model == ConcurrencyModel.WORKER_PROCESSES ? Defaults.WORKER_THREADS : Defaults.THREADS,
                Defaults.QUEUE,
                Defaults.MAX_IN_FLIGHT,
                cores,
                Defaults.DEADLINE);
    }

    /** This deployment under another runtime. */
    public Deployment withRuntime(PythonRuntime other) {
        return new Deployment(model, interpreter, workers, threads, queue, maxInFlight, cores, deadline, other);
    }

    /** Whether {@code runtime} knows {@code model}: CPython has no virtual threads. */
    public static boolean canHave(PythonRuntime runtime, ConcurrencyModel model) {
        return runtime == PythonRuntime.SIMULATED || model != ConcurrencyModel.VIRTUAL_THREADS;
    }

    /** This deployment with another number of threads. */
    public Deployment withThreads(int other) {
        return new Deployment(model, interpreter, workers, other, queue, maxInFlight, cores, deadline, runtime);
    }

    /** This deployment with another interpreter; its switch interval stays. */
    public Deployment withInterpreter(Interpreter other) {
        return new Deployment(
                model,
                other.withSwitchInterval(interpreter.switchInterval()),
                workers,
                threads,
                queue,
                maxInFlight,
                cores,
                deadline,
                runtime);
    }

    /** Whether more than one worker or interpreter makes sense. */
    public static boolean canHaveWorkers(ConcurrencyModel model, InterpreterKind kind) {
        return model == ConcurrencyModel.WORKER_PROCESSES || kind == InterpreterKind.PER_INTERPRETER_GIL;
    }

    /** Whether the number of threads bounds how many requests are carried out at once. */
    public boolean threadBound() {
        return switch (model) {
            case THREAD_PER_REQUEST, WORKER_PROCESSES -> true;
            case VIRTUAL_THREADS, EVENT_LOOP -> false;
        };
    }
}
