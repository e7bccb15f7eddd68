package gilbench.service.interpreter;

import gilbench.scenario.Calibration;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;

/** Interpreters for tests. */
final class Interpreters {
    private Interpreters() {}

    /** One with a GIL and every default. */
    static PythonInterpreter plain() {
        return PythonInterpreter.create(Interpreter.of(InterpreterKind.GIL), Burner.create(), new Calibration(25e6));
    }
}
