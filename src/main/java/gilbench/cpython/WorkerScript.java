package gilbench.cpython;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.PythonRuntime;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The worker child in Python: a script of this program that speaks the frames of {@code docs/wire.md}. */
public final class WorkerScript {
    private static final Script SCRIPT =
            Script.ofModules("worker", List.of("frames", "work", "delays", "lanes", "worker"));

    private WorkerScript() {}

    /**
     * Why {@code python} cannot serve {@code deployment} under {@code runtime}, for people; empty when it can.
     *
     * @return a clause such as {@code needs a free-threaded build}
     */
    public static Optional<String> obstacle(Python python, Deployment deployment, PythonRuntime runtime) {
        InterpreterKind kind = deployment.interpreter().kind();
        if (!Deployment.canHave(runtime, deployment.model())) {
            return Optional.of("CPython has no " + deployment.model().label());
        }
        if (kind == InterpreterKind.FREE_THREADED && !python.freeThreaded()) {
            return Optional.of("free-threaded needs a free-threaded build, " + python + " has a GIL");
        }
        boolean several =
                kind == InterpreterKind.PER_INTERPRETER_GIL && deployment.model() != ConcurrencyModel.WORKER_PROCESSES;
        return several && !python.severalInterpreters()
                ? Optional.of(
                        "per-interpreter-gil needs CPython 3.14 or later (concurrent.interpreters), this is " + python)
                : Optional.empty();
    }

    /**
     * The command of one worker process; the path of its socket is to be appended. A free-threaded build runs with its GIL
     * unless {@code kind} is free-threaded.
     *
     * @param speed as {@link #measure} found it
     */
    public static List<String> command(Python python, InterpreterKind kind, PythonSpeed speed) {
        return Stream.concat(SCRIPT.command(python, kind).stream(), speed.decimals().stream())
                .toList();
    }

    /**
     * Measures {@code python} in a process of its own, for about a second.
     *
     * @throws IOException when that fails; the message has what it wrote last
     */
    public static PythonSpeed measure(Python python, InterpreterKind kind) throws IOException, InterruptedException {
        return PythonSpeed.parse(SCRIPT.run(python, kind, "--measure"));
    }
}
