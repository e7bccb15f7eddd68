package gilbench.cpython;

import gilbench.scenario.BoundException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A CPython of this machine, 3.8 or later.
 *
 * @param path its executable, as it names itself
 * @param version such as {@code 3.13.0}
 * @param freeThreaded whether it is a free-threaded build, which can run without a GIL
 * @param severalInterpreters whether its standard library has {@code concurrent.interpreters}
 */
public record Python(Path path, String version, boolean freeThreaded, boolean severalInterpreters) {
    private static final String NAME = "python3";

    /**
     * The CPython at {@code named}; without one, the first {@code python3} on PATH that is one.
     *
     * @return empty when none was named and PATH has none
     * @throws BoundException when {@code named} is not the executable of one
     */
    public static Optional<Python> find(Optional<Path> named) throws InterruptedException {
        return find(named, System.getenv().getOrDefault("PATH", ""));
    }

    static Optional<Python> find(Optional<Path> named, String searched) throws InterruptedException {
        if (named.isPresent()) {
            return Optional.of(Interrogation.of(named.get())
                    .orElseThrow(() -> new BoundException(
                            "--python", named.get().toString(), "must be the executable of a CPython 3.8 or later")));
        }
        for (Path candidate : onPath(searched)) {
            Optional<Python> python = Interrogation.of(candidate);
            if (python.isPresent()) {
                return python;
            }
        }
        return Optional.empty();
    }

    private static Iterable<Path> onPath(String searched) {
        return Stream.of(searched.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, NAME))
                .filter(Files::isExecutable)
                .toList();
    }

    /** {@code CPython 3.13.0}, with a {@code t} behind it when the build is free-threaded. */
    public String name() {
        return "CPython " + version + build();
    }

    /** {@code 3.13}, with a {@code t} behind it when the build is free-threaded. */
    public String minor() {
        return version.substring(0, version.indexOf('.', version.indexOf('.') + 1)) + build();
    }

    private String build() {
        return freeThreaded ? "t" : "";
    }

    @Override
    public String toString() {
        return name();
    }
}
