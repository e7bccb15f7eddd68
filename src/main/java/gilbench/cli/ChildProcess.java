package gilbench.cli;

import gilbench.bench.runner.Machinery.MachineryException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process that this one has started. What it says is always read and its last lines are kept; when it is closed, it ends
 * with all its descendants. It can tell by its standard input that this process has ended.
 */
final class ChildProcess implements AutoCloseable {
    private static final int UNREAD_LINES = 1000;
    private static final long DRAIN_SECONDS = 5;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final String name;
    private final Process process;
    private final Writer stdin;
    private final List<Thread> readers = new ArrayList<>();
    private final LastLines last = new LastLines();
    private final BlockingQueue<Optional<String>> said = new ArrayBlockingQueue<>(UNREAD_LINES);

    private ChildProcess(String name, Process process) {
        this.name = name;
        this.process = process;
        this.stdin = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts {@code command}.
     *
     * @param name what messages call it
     * @param run the run that it is started for
     * @throws MachineryException when it cannot be started
     */
    static ChildProcess start(String name, String run, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put(RunningService.RUN_VARIABLE, run);
        try {
            ChildProcess child = new ChildProcess(name, builder.start());
            child.read("stdout", child.process.inputReader(StandardCharsets.UTF_8), child::hear);
            child.read("stderr", child.process.errorReader(StandardCharsets.UTF_8), line -> {});
            return child;
        } catch (IOException e) {
            throw new MachineryException("cannot start the " + name + ": " + e.getMessage());
        }
    }

    /**
     * Waits for the next line on its standard output.
     *
     * @throws MachineryException when it ends before, or says nothing for {@code timeout}
     */
    String nextLine(Duration timeout) throws InterruptedException {
        Optional<String> line = said.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
        if (line == null) {
            throw new MachineryException("the " + name + " said nothing for " + timeout.toSeconds() + " s; " + last);
        }
        return line.orElseThrow(this::ended);
    }

    /**
     * Says {@code line} to it and waits for its answer.
     *
     * @throws MachineryException when it ends before, or does not answer for {@code timeout}
     */
    String ask(String line, Duration timeout) throws InterruptedException {
        try {
            stdin.write(line + "\n");
            stdin.flush();
        } catch (IOException e) {
            throw ended();
        }
        return nextLine(timeout);
    }

    /**
     * Processor time of it and its descendants so far.
     *
     * @throws MachineryException when it has ended
     */
    Duration cpu() {
        return cpu(Stream.concat(Stream.of(process.toHandle()), process.descendants()));
    }

    /**
     * Processor time of it alone so far.
     *
     * @throws MachineryException when it has ended
     */
    Duration ownCpu() {
        return cpu(Stream.of(process.toHandle()));
    }

    private Duration cpu(Stream<ProcessHandle> processes) {
        if (!process.isAlive()) {
            throw ended();
        }
        return processes
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        List<ProcessHandle> family = Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
        process.destroy();
        try {
            if (!process.waitFor(DRAIN_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private MachineryException ended() {
        try {
            process.waitFor(LAST_WORDS);
            for (Thread reader : readers) {
                reader.join(LAST_WORDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        String how = process.isAlive() ? "closed its output" : "ended with exit code " + process.exitValue();
        return new MachineryException("the " + name + " " + how + "; " + last);
    }

    private void hear(Optional<String> line) {
        said.offer(line);
    }

    private interface Ear {
        void hear(Optional<String> line);
    }

    private void read(String stream, BufferedReader reader, Ear ear) {
        readers.add(Thread.ofPlatform().daemon().name(name + "-" + stream).start(() -> {
            try (reader) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    last.add(line);
                    ear.hear(Optional.of(line));
                }
            } catch (IOException e) {
                last.add("(" + stream + " broke: " + e.getMessage() + ")");
            }
            ear.hear(Optional.empty());
        }));
    }
}
