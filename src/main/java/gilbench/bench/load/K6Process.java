package gilbench.bench.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** One start of k6 with a script on its standard input. What it says is always read; closed before its end, it is killed. */
final class K6Process implements AutoCloseable {
    private static final int LAST_LINES = 5;

    private final K6Tool tool;
    private final String name;
    private final Process process;
    private final FutureTask<Void> output;
    private final FutureTask<Void> errors;
    private final Deque<String> lastErrors = new ArrayDeque<>();

    private K6Process(K6Tool tool, String name, Process process, Consumer<String> lines) {
        this.tool = tool;
        this.name = name;
        this.process = process;
        this.output = reading("k6-samples", process.inputReader(StandardCharsets.UTF_8), lines);
        this.errors = reading("k6-errors", process.errorReader(StandardCharsets.UTF_8), this::keep);
    }

    /**
     * Starts k6 and gives it {@code script}.
     *
     * @param name unique to this start
     * @param lines hears each line of its standard output, on a thread of its own
     */
    static K6Process start(K6Tool tool, String name, List<String> arguments, String script, Consumer<String> lines) {
        try {
            Process process = new ProcessBuilder(tool.command(name, arguments)).start();
            K6Process k6 = new K6Process(tool, name, process, lines);
            try (Writer stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(script);
            } catch (IOException e) {
                k6.keep("it did not take its script: " + e.getMessage());
            }
            return k6;
        } catch (IOException e) {
            throw new LoadDriver.DriverException("cannot start k6: " + e.getMessage());
        }
    }

    private static FutureTask<Void> reading(String name, BufferedReader reader, Consumer<String> lines) {
        FutureTask<Void> task = new FutureTask<>(() -> {
            try (reader) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.accept(line);
                }
            }
            return null;
        });
        Thread.ofPlatform().daemon().name(name).start(task);
        return task;
    }

    private void keep(String line) {
        synchronized (lastErrors) {
            if (lastErrors.size() == LAST_LINES) {
                lastErrors.removeFirst();
            }
            lastErrors.addLast(line);
        }
    }

    /** Whether it runs. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** The process whose processor time counts; empty where the machine does not show it, or it has ended. */
    Optional<ProcessHandle> load() throws InterruptedException {
        return tool.load(name, process);
    }

    /**
     * Waits for its end and for its last line.
     *
     * @throws LoadDriver.DriverException when it did not end well
     */
    void await() throws InterruptedException {
        int code = process.waitFor();
        try {
            output.get();
            errors.get();
        } catch (ExecutionException e) {
            throw new LoadDriver.DriverException("the samples of k6 cannot be read: " + e.getCause());
        }
        if (code != 0) {
            throw new LoadDriver.DriverException("k6 ended with exit code " + code + "; " + lastWords());
        }
    }

    private String lastWords() {
        synchronized (lastErrors) {
            return lastErrors.isEmpty() ? "it said nothing" : "its last lines:\n" + String.join("\n", lastErrors);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            tool.kill(name, process);
        }
    }
}
