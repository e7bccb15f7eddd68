package gilbench.cli;

import gilbench.scenario.BoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The processors that this process and the ones it starts may use, set by {@code taskset}. */
final class Affinity {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    private Affinity() {}

    /**
     * Restricts every thread of this process to the first {@code cores} of the processors that it may use now.
     *
     * @throws BoundException when there are fewer
     * @throws UnfitEnvironmentException when the machine has no {@code taskset}, or it fails
     */
    static void restrictTo(int cores) throws InterruptedException {
        int available = Runtime.getRuntime().availableProcessors();
        if (cores > available) {
            throw new BoundException(
                    "--cores", Integer.toString(cores), "must be at most " + available + ", the processors available");
        }
        if (cores < available) {
            taskset(allowed().stream().limit(cores).map(String::valueOf).collect(Collectors.joining(",")));
        }
    }

    private static void taskset(String processors) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(
                            "taskset",
                            "-a",
                            "-p",
                            "-c",
                            processors,
                            Long.toString(ProcessHandle.current().pid()))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new UnfitEnvironmentException("--cores: taskset failed: " + said.strip());
            }
        } catch (IOException e) {
            throw new UnfitEnvironmentException("--cores needs the command taskset (Linux, package util-linux)");
        }
    }

    private static List<Integer> allowed() {
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(ALLOWED))
                    .findFirst()
                    .map(line -> list(line.substring(ALLOWED.length()).strip()))
                    .orElseThrow(() -> new UnfitEnvironmentException("--cores: " + STATUS + " has no " + ALLOWED));
        } catch (IOException e) {
            throw new UnfitEnvironmentException("--cores needs Linux: " + STATUS + " cannot be read");
        }
    }

    /** The numbers of a list in the kernel's format, such as {@code 0-2,5}. */
    static List<Integer> list(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                    .forEach(numbers::add);
        }
        return numbers;
    }
}
