package gilbench.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A plan as small as one can be, and the command that runs it. */
final class TinyPlan {
    private TinyPlan() {}

    /** Writes the plan with {@code load}, a quoted profile and what else shall be said of it. */
    static Path write(Path folder, String load) throws IOException {
        return Files.writeString(folder.resolve("tiny.yaml"), """
                name: tiny
                title: As small as a plan can be
                seed: 1
                launches: 1
                warm-up: {cycle: 300ms, cap: 1s}
                deployments:
                  - {name: threads, model: thread-per-request}
                experiments:
                  - {name: cpu, program: 'python:20ms', requests: 2, blocks: 1, arrangements: [serial, together]}
                  - {name: load, load: %s, rates: [20], window: 3s}
                """.formatted(load));
    }

    /** The command that starts the program with {@code arguments}. */
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-jar",
                new File(System.getProperty("gilbench.jar", "target/gilbench.jar")).getAbsolutePath()));
        command.addAll(List.of(arguments));
        return command;
    }
}
