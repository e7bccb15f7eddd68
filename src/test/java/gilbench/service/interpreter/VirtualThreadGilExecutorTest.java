package gilbench.service.interpreter;

class VirtualThreadGilExecutorTest extends GilExecutorContract {
    @Override
    GilExecutor executor(PythonInterpreter interpreter) {
        return GilExecutor.virtualThreads(interpreter);
    }
}
