package gilbench.profile;

import gilbench.predict.Sharing;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import java.time.Duration;

/**
 * How a Python service is deployed.
 *
 * <p>Several processes with a loop each are predicted as processes with very many threads that give their GIL up only when they
 * wait: as with a loop, requests of a process wait for nothing but its Python, and one that has begun goes on until it waits.
 *
 * @param kind what each process has
 * @param workers processes, 1 to 256
 * @param threads of each process; 1 for a loop
 * @param interpreter what runs the Python
 * @param cores processors
 */
public record Shape(Kind kind, int workers, int threads, Interpreter interpreter, int cores) {
    private static final int MANY = 1024;
    private static final Duration NEVER = Duration.ofSeconds(10);

    /** What carries requests out. */
    public enum Kind {
        /** Threads. */
        THREADS,

        /** An event loop. */
        LOOP
    }

    /** With another number of processes. */
    Shape withWorkers(int other) {
        return new Shape(kind, other, threads, interpreter, cores);
    }

    /** With threads, as many in each process. */
    Shape withThreads(int each) {
        return new Shape(Kind.THREADS, workers, each, interpreter, cores);
    }

    /** With an event loop in each process. */
    Shape withLoop() {
        return new Shape(Kind.LOOP, workers, 1, interpreter, cores);
    }

    /** With another interpreter. */
    Shape with(Interpreter other) {
        return new Shape(kind, workers, threads, other, cores);
    }

    /** What the predictor simulates. */
    Deployment deployment() {
        return switch (kind) {
            case THREADS ->
                deployment(
                        workers == 1 ? ConcurrencyModel.THREAD_PER_REQUEST : ConcurrencyModel.WORKER_PROCESSES,
                        threads,
                        interpreter);
            case LOOP ->
                workers == 1
                        ? deployment(ConcurrencyModel.EVENT_LOOP, 1, interpreter)
                        : deployment(ConcurrencyModel.WORKER_PROCESSES, MANY, interpreter.withSwitchInterval(NEVER));
        };
    }

    private Deployment deployment(ConcurrencyModel model, int each, Interpreter running) {
        return new Deployment(
                model, running, workers, each, Defaults.QUEUE, Defaults.MAX_IN_FLIGHT, cores, Defaults.DEADLINE);
    }

    /** A worker that does one request at a time takes the next itself; others hold connections, and what comes on them. */
    Sharing sharing() {
        return kind == Kind.THREADS && threads == 1 ? Sharing.SHARED : Sharing.HASHED;
    }

    @Override
    public String toString() {
        String processes = workers + (workers == 1 ? " process" : " processes");
        return switch (kind) {
            case THREADS -> processes + " × " + threads + (threads == 1 ? " thread" : " threads");
            case LOOP -> processes + " × 1 event loop";
        };
    }
}
