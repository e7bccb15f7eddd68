package gilbench.cli;

import gilbench.cpython.Python;
import gilbench.cpython.PythonSpeed;
import gilbench.cpython.WorkerScript;
import gilbench.scenario.Deployment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that chooses a real CPython. */
final class PythonOption {
    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "The CPython of runtime cpython, 3.8 or later (default: python3 on PATH).")
    private @Nullable Path path;

    @Option(
            names = "--python-speed",
            paramLabel = "N,N,N",
            hidden = true,
            description = "How fast that CPython is, as a run has measured; without it, measures at the start.")
    private @Nullable String speed;

    private Optional<Python> found = Optional.empty();

    /**
     * The chosen CPython.
     *
     * @throws gilbench.scenario.BoundException when the given path is none
     * @throws UnfitEnvironmentException when none is given and PATH has none
     */
    Python python() throws InterruptedException {
        if (found.isEmpty()) {
            found = Python.find(Optional.ofNullable(path));
        }
        return found.orElseThrow(() -> new UnfitEnvironmentException(
                "no CPython: install python3, 3.8 or later, or name one with --python PATH"));
    }

    /**
     * The chosen CPython for {@code deployment}.
     *
     * @throws UnfitEnvironmentException when it cannot serve that
     */
    Python pythonFor(Deployment deployment) throws InterruptedException {
        Python python = python();
        WorkerScript.obstacle(python, deployment, deployment.runtime()).ifPresent(reason -> {
            throw new UnfitEnvironmentException("--runtime cpython: " + reason);
        });
        return python;
    }

    /**
     * How fast the chosen CPython is.
     *
     * @throws UnfitEnvironmentException when that cannot be measured
     */
    PythonSpeed speedFor(Deployment deployment) throws InterruptedException {
        try {
            return speed != null
                    ? PythonSpeed.parse(speed)
                    : WorkerScript.measure(python(), deployment.interpreter().kind());
        } catch (IOException e) {
            throw new UnfitEnvironmentException("--runtime cpython: " + e.getMessage());
        }
    }
}
