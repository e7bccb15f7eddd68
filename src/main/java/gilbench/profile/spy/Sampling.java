package gilbench.profile.spy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** One start of py-spy. What it says is always read; closed before its end, or when this program ends, it is killed. */
public final class Sampling implements AutoCloseable {
    private final Process process;
    private final Path raw;
    private final long looks;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private final Thread hook = Thread.ofPlatform().unstarted(this::end);

    Sampling(Process process, Path raw, long looks) {
        this.process = process;
        this.raw = raw;
        this.looks = looks;
        this.reader = Thread.ofPlatform().daemon().name("py-spy").start(this::listen);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException e) {
            said.add("Error: what it says cannot be read: " + e.getMessage());
        }
    }

    /** Whether it still prepares: it has neither begun to look nor ended. */
    public boolean preparing() {
        return process.isAlive() && said.stream().noneMatch(SpyOutput::begins);
    }

    /** Whether it has not ended. */
    public boolean running() {
        return process.isAlive();
    }

    /** Waits for its end, and says what came of it. */
    public Recording recording() throws InterruptedException {
        int code = process.waitFor();
        reader.join();
        try {
            return SpyOutput.recording(code, said, Files.readAllLines(raw), looks);
        } catch (IOException e) {
            return new Recording.Failed(raw + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program ends already, and the hook with it.
        }
    }

    private void end() {
        process.destroyForcibly().onExit().join();
        try {
            Files.deleteIfExists(raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
