package gilbench.service.execution;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.InterpreterKind;

final class EventLoopTest extends InProcessContract {
    @Override
    protected ConcurrencyModel model() {
        return ConcurrencyModel.EVENT_LOOP;
    }

    @Override
    protected InterpreterKind kind() {
        return InterpreterKind.GIL;
    }
}
