package gilbench.service.worker.pool;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterKind;

/**
 * How many processes there are, and how many requests each gets at once.
 *
 * @param places without bound for models that take requests as they come
 */
record PoolSize(int processes, int places) {
    /** Only worker processes are several; several interpreters have their threads in one process. */
    static PoolSize of(Deployment deployment) {
        return switch (deployment.model()) {
            case WORKER_PROCESSES -> new PoolSize(deployment.workers(), deployment.threads());
            case THREAD_PER_REQUEST -> new PoolSize(1, deployment.threads() * interpreters(deployment));
            case EVENT_LOOP, VIRTUAL_THREADS -> new PoolSize(1, Integer.MAX_VALUE);
        };
    }

    private static int interpreters(Deployment deployment) {
        return deployment.interpreter().kind() == InterpreterKind.PER_INTERPRETER_GIL
                        && deployment.model() != ConcurrencyModel.WORKER_PROCESSES
                ? deployment.workers()
                : 1;
    }
}
