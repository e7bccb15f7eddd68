package gilbench.service.execution;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.InterpreterKind;

final class ThreadPerRequestTest extends InProcessContract {
    @Override
    protected ConcurrencyModel model() {
        return ConcurrencyModel.THREAD_PER_REQUEST;
    }

    @Override
    protected InterpreterKind kind() {
        return InterpreterKind.GIL;
    }
}
