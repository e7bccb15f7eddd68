package gilbench.cpython;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks an executable whether it is a CPython, and which. */
final class Interrogation {
    private static final long PATIENCE_SECONDS = 10;
    private static final int LINES = 5;
    private static final String QUESTION = """
            import sys, sysconfig
            if sys.implementation.name != "cpython" or sys.version_info < (3, 8):
                sys.exit(1)
            try:
                from concurrent import interpreters
            except ImportError:
                interpreters = None
            print("gilbench")
            print(sys.executable)
            print("%d.%d.%d" % sys.version_info[:3])
            print(bool(sysconfig.get_config_var("Py_GIL_DISABLED")))
            print(interpreters is not None)
            """;

    private Interrogation() {}

    /** What {@code executable} is; empty when it is no CPython 3.8 or later, or does not answer within 10 s. */
    static Optional<Python> of(Path executable) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(executable.toString(), "-I", "-c", QUESTION)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return answered(process) ? read(process) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static boolean answered(Process process) throws InterruptedException {
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            if (process.isAlive()) {
                process.destroyForcibly();
            }
        }
    }

    private static Optional<Python> read(Process process) throws IOException {
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.size() == LINES && lines.getFirst().equals("gilbench")
                ? Optional.of(new Python(
                        Path.of(lines.get(1)),
                        lines.get(2),
                        lines.get(3).equals("True"),
                        lines.get(4).equals("True")))
                : Optional.empty();
    }
}
