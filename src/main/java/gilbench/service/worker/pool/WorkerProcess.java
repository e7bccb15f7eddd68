package gilbench.service.worker.pool;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** An operating system process that is to be a worker, with its output. */
final class WorkerProcess {
    private static final long LAST_WORDS_MILLIS = 500;

    private final int index;
    private final Process process;
    private final Output output;

    private WorkerProcess(int index, Process process) {
        this.index = index;
        this.process = process;
        this.output = Output.of(process);
    }

    /** Starts {@code command} with {@code argument} appended and nothing to read. */
    static WorkerProcess start(int index, List<String> command, String argument) throws IOException {
        Process process = new ProcessBuilder(
                        Stream.concat(command.stream(), Stream.of(argument)).toList())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        return new WorkerProcess(index, process);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void onExit(Runnable action) {
        var _ = process.onExit().thenRun(action);
    }

    /** Kills it; unlike {@link Process#destroyForcibly} this leaves its last words to be read. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    /** Waits until it has ended; says whether it did within {@code millis}. */
    boolean await(long millis) throws InterruptedException {
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    /** Makes sure that it ends, by force after a moment, and tells how it did. */
    String end() throws InterruptedException {
        if (!await(LAST_WORDS_MILLIS)) {
            kill();
            process.waitFor();
        }
        return this + " ended with exit code " + process.exitValue();
    }

    /** What it wrote last, as the end of a message. */
    String lastLines() throws InterruptedException {
        String lines = output.lastLines();
        return lines.isEmpty() ? "; it wrote nothing" : "; it wrote last:" + System.lineSeparator() + lines;
    }

    @Override
    public String toString() {
        return "worker " + index + " (pid " + process.pid() + ")";
    }
}
