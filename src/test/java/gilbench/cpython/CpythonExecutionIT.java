package gilbench.cpython;

import gilbench.scenario.ConcurrencyModel;

final class CpythonExecutionIT extends CpythonContract {
    @Override
    protected ConcurrencyModel model() {
        return ConcurrencyModel.WORKER_PROCESSES;
    }
}
