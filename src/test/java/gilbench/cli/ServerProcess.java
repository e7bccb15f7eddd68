package gilbench.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The program in a process of its own, killed when closed. */
public final class ServerProcess implements AutoCloseable {
    private static final String READY = "ready ";
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path stderr;
    private final CompletableFuture<String> firstLine;

    private ServerProcess(Process process, Path stderr) {
        this.process = process;
        this.stderr = stderr;
        this.firstLine = CompletableFuture.supplyAsync(() -> firstLine(process));
    }

    private static String firstLine(Process process) {
        try {
            return String.valueOf(process.inputReader(StandardCharsets.UTF_8).readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the program with {@code args}. */
    public static ServerProcess start(String... args) throws IOException {
        return start(new ProcessBuilder(command(args)));
    }

    /** Starts the program with {@code args} and an environment variable of that value. */
    static ServerProcess startWith(String variable, String value, String... args) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(args));
        builder.environment().put(variable, value);
        return start(builder);
    }

    private static List<String> command(String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-jar"));
        command.add(System.getProperty("gilbench.jar", "target/gilbench.jar"));
        command.addAll(List.of(args));
        return command;
    }

    private static ServerProcess start(ProcessBuilder builder) throws IOException {
        Path stderr = Files.createTempFile("gilbench", ".err");
        return new ServerProcess(builder.redirectError(stderr.toFile()).start(), stderr);
    }

    /** The URL of the ready line, once it is there. */
    public String url() throws InterruptedException, ExecutionException, TimeoutException, IOException {
        String line = firstLine.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!line.startsWith(READY)) {
            throw new IOException("not ready: " + line + "\n" + errors());
        }
        return line.substring(READY.length());
    }

    Process process() {
        return process;
    }

    /** Sends SIGINT to the process and all that it has started, as a terminal does on Ctrl-C. */
    void interruptAll() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-INT", Long.toString(process.pid())));
        process.descendants().map(each -> Long.toString(each.pid())).forEach(command::add);
        new ProcessBuilder(command).start().waitFor();
    }

    int exitCode() throws InterruptedException, TimeoutException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new TimeoutException("still running");
        }
        return process.exitValue();
    }

    public String errors() throws IOException {
        return Files.readString(stderr, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        Files.delete(stderr);
    }
}
