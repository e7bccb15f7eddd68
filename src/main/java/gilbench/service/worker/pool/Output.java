package gilbench.service.worker.pool;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** What a worker process writes to stdout and stderr: always read, the last lines kept. */
final class Output {
    private static final int KEPT = 20;

    private final Deque<String> last = new ArrayDeque<>();
    private final Thread drain;

    private Output(Process process) {
        this.drain = Thread.ofPlatform()
                .daemon()
                .name("gilbench-worker-output-" + process.pid())
                .unstarted(() -> drain(process));
    }

    static Output of(Process process) {
        Output output = new Output(process);
        output.drain.start();
        return output;
    }

    private void drain(Process process) {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
            }
        } catch (IOException e) {
            keep("(output lost: " + e.getMessage() + ")");
        }
    }

    private void keep(String line) {
        synchronized (last) {
            if (last.size() == KEPT) {
                last.removeFirst();
            }
            last.addLast(line);
        }
    }

    /** The last lines; of an ended process, waits a moment until all it wrote has been read. */
    String lastLines() throws InterruptedException {
        drain.join(1000);
        synchronized (last) {
            return String.join(System.lineSeparator(), last);
        }
    }
}
