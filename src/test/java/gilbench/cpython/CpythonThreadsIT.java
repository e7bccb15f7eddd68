package gilbench.cpython;

import gilbench.scenario.ConcurrencyModel;

final class CpythonThreadsIT extends CpythonContract {
    @Override
    protected ConcurrencyModel model() {
        return ConcurrencyModel.THREAD_PER_REQUEST;
    }
}
