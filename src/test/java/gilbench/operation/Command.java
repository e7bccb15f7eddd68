package gilbench.operation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of this machine, run to its end. */
record Command(int exitCode, String output) {
    private static final long MINUTES = 5;

    /** Skips the test, with the reason, where {@code program} is not on PATH. */
    static void needs(String program) {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        Assumptions.assumeTrue(there, () -> program + " is not on PATH");
    }

    static Command run(String... command) throws IOException, InterruptedException {
        return run(new ProcessBuilder(command));
    }

    static Command run(ProcessBuilder builder) throws IOException, InterruptedException {
        Path output = Files.createTempFile("gilbench", ".out");
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException(builder.command() + " did not end: " + Files.readString(output));
            }
            return new Command(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.delete(output);
        }
    }
}
