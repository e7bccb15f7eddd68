package gilbench.profile.spy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How py-spy is started: it looks at a process and all that descend from it at random times, and notes who holds the GIL.
 *
 * <p>It does not pause them: paused for each look, a service of 16 threads was seen to hold its GIL for as little as half of the true time, and
 * one thread up to three times as long, because looks that are late pile up where the pause was. Holders that it takes for idle,
 * such as those about to return from {@code select}, count too.
 *
 * @param executable the program
 * @param rate looks per second, at least 1
 * @param length whole seconds, at least 1
 */
public record PySpy(Path executable, int rate, Duration length) {
    private static final int RATE = 1000;

    /** {@code py-spy} in a folder of {@code path}, written as PATH is, if it is there. */
    public static Optional<PySpy> find(String path, Duration length) {
        return Stream.of(path.split(Pattern.quote(File.pathSeparator), -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "py-spy"))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .map(file -> new PySpy(file, RATE, length));
    }

    /**
     * Attaches to {@code pid}.
     *
     * @throws IOException when the program cannot be started
     */
    public Sampling start(long pid) throws IOException {
        Path raw = Files.createTempFile("gilbench-py-spy", ".raw");
        try {
            ProcessBuilder builder = new ProcessBuilder(command(pid, raw)).redirectErrorStream(true);
            builder.environment().put("RUST_LOG", "warn");
            return new Sampling(builder.start(), raw, looks());
        } catch (IOException e) {
            Files.deleteIfExists(raw);
            throw e;
        }
    }

    /** How often it looks, all in all. */
    long looks() {
        return rate * length.toSeconds();
    }

    private List<String> command(long pid, Path raw) {
        return List.of(
                executable.toString(),
                "record",
                "--gil",
                "--idle",
                "--nonblocking",
                "--subprocesses",
                "--rate",
                Integer.toString(rate),
                "--duration",
                Long.toString(length.toSeconds()),
                "--format",
                "raw",
                "--output",
                raw.toString(),
                "--pid",
                Long.toString(pid));
    }
}
