package gilbench.service.worker.pool;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.service.execution.Execution;
import gilbench.service.execution.ExecutionContract;

final class WorkerProcessesIT extends ExecutionContract {
    @Override
    protected ConcurrencyModel model() {
        return ConcurrencyModel.WORKER_PROCESSES;
    }

    @Override
    protected Execution start(Deployment deployment) throws Exception {
        return WorkerPool.start(deployment, CALIBRATION, Pools.NOWHERE, Pools.command());
    }
}
