package gilbench.cpython;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** How long the threads of processes could have run but had no processor: the second number of Linux's schedstat. */
final class ProcessorQueues {
    private static final Path PROC = Path.of("/proc");

    private ProcessorQueues() {}

    /** Whether this machine tells. */
    static boolean known() {
        return Files.isReadable(
                PROC.resolve("self/task/" + ProcessHandle.current().pid() + "/schedstat"));
    }

    /** Nanoseconds so far. */
    static long waited(Collection<ProcessHandle> processes) throws IOException {
        long sum = 0;
        for (ProcessHandle process : processes) {
            for (Path thread : threads(process)) {
                sum += Long.parseLong(
                        Files.readString(thread.resolve("schedstat")).strip().split(" ", -1)[1]);
            }
        }
        return sum;
    }

    private static List<Path> threads(ProcessHandle process) throws IOException {
        try (Stream<Path> tasks = Files.list(PROC.resolve(process.pid() + "/task"))) {
            return tasks.toList();
        }
    }
}
