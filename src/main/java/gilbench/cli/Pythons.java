package gilbench.cli;

import gilbench.cpython.Python;
import gilbench.scenario.BoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Pythons that a command was asked for. */
final class Pythons {
    private Pythons() {}

    /**
     * Those at {@code paths}, or the one on PATH when none are given.
     *
     * @throws BoundException when one of the paths is no CPython
     * @throws UnfitEnvironmentException when none are given and there is none
     */
    static List<Python> find(List<Path> paths) throws InterruptedException {
        if (paths.isEmpty()) {
            return List.of(Python.find(Optional.empty())
                    .orElseThrow(() -> new UnfitEnvironmentException("there is no CPython 3.8 or later on PATH: install"
                            + " python3 (Debian: apt install python3), or name one with --python PATH")));
        }
        List<Python> found = new ArrayList<>();
        for (Path path : paths) {
            Python.find(Optional.of(path)).ifPresent(found::add);
        }
        return found;
    }

    /**
     * The same, each with a GIL.
     *
     * @throws BoundException when one is a free-threaded build, or as {@link #find}
     */
    static List<Python> withGil(List<Path> paths) throws InterruptedException {
        List<Python> found = find(paths);
        for (Python python : found) {
            if (python.freeThreaded()) {
                throw new BoundException(
                        "--python",
                        python.path().toString(),
                        "must have a GIL: " + python.name() + " is free-threaded");
            }
        }
        return found;
    }
}
