package gilbench.cpython;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.PythonRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The worker child in Python: a script of this program that speaks the frames of {@code docs/wire.md}. */
public final class WorkerScript {
    private static final String RESOURCE = "worker.py";
    private static final long PATIENCE_SECONDS = 60;

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
        return Stream.concat(script(python, kind).stream(), speed.decimals().stream())
                .toList();
    }

    /**
     * Measures {@code python} in a process of its own, for about a second.
     *
     * @throws IOException when that fails; the message has what it wrote last
     */
    public static PythonSpeed measure(Python python, InterpreterKind kind) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(script(python, kind));
        command.add("--measure");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(python + " was not measured within " + PATIENCE_SECONDS + " s");
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.exitValue() != 0) {
                throw new IOException(python + " could not be measured: " + said.substring(said.lastIndexOf('\n') + 1));
            }
            return PythonSpeed.parse(said);
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<String> script(Python python, InterpreterKind kind) {
        List<String> command = new ArrayList<>(List.of(python.path().toString(), "-I", "-S"));
        if (python.freeThreaded()) {
            command.addAll(List.of("-X", kind == InterpreterKind.FREE_THREADED ? "gil=0" : "gil=1"));
        }
        command.addAll(List.of("-c", source()));
        return List.copyOf(command);
    }

    private static String source() {
        try (InputStream resource =
                Objects.requireNonNull(WorkerScript.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
