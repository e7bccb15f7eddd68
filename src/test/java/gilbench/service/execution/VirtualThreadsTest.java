package gilbench.service.execution;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.InterpreterKind;

final class VirtualThreadsTest extends InProcessContract {
    @Override
    protected ConcurrencyModel model() {
        return ConcurrencyModel.VIRTUAL_THREADS;
    }

    @Override
    protected InterpreterKind kind() {
        return InterpreterKind.GIL;
    }
}
