package gilbench.cli;

import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.cpython.Python;
import gilbench.cpython.PythonSpeed;
import gilbench.cpython.WorkerScript;
import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterKind;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The CPython of a run, whose speed is measured once, so that every launch does the same work. For one thread. */
final class MeasuredPython {
    private final Python python;
    private final Map<InterpreterKind, PythonSpeed> speeds = new EnumMap<>(InterpreterKind.class);

    MeasuredPython(Python python) {
        this.python = python;
    }

    /** What a note about the environment says of it. */
    String note() {
        return "The runtime cpython is " + python + " at " + python.path();
    }

    /**
     * The arguments of {@code serve} that hand it over.
     *
     * @throws MachineryException when it cannot be measured
     */
    List<String> arguments(Deployment deployment) throws InterruptedException {
        return List.of(
                "--python",
                python.path().toString(),
                "--python-speed",
                speed(deployment.interpreter().kind()).toString());
    }

    /**
     * How fast it is.
     *
     * @throws MachineryException when it cannot be measured
     */
    PythonSpeed speed(InterpreterKind kind) throws InterruptedException {
        PythonSpeed known = speeds.get(kind);
        return known != null ? known : measure(kind);
    }

    /**
     * Measures how fast it is, again if it is known.
     *
     * @throws MachineryException when it cannot be measured
     */
    PythonSpeed measure(InterpreterKind kind) throws InterruptedException {
        try {
            PythonSpeed measured = WorkerScript.measure(python, kind);
            speeds.put(kind, measured);
            return measured;
        } catch (IOException e) {
            throw new MachineryException(String.valueOf(e.getMessage()));
        }
    }
}
