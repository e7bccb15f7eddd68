package gilbench.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The command line that starts this program anew with the Java and the class path of this process.
 *
 * @param nice where the command {@code nice} is, if the machine has it
 */
record JavaCommand(Optional<Path> nice) {
    /** What the service, its workers and the plain burners run at. */
    static final int NICENESS = 10;

    /** With {@code nice} where PATH has it. */
    static JavaCommand ofThisProcess() {
        return new JavaCommand(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, "nice"))
                        .filter(Files::isExecutable)
                        .findFirst());
    }

    /** At the niceness of this process; compiled quickly rather than well, so that it is steady within seconds. */
    List<String> plain(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-Xms128m",
                "-Xmx512m",
                "-XX:-UsePerfData",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                absoluteClassPath(),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** At niceness 10, where that can be had. */
    List<String> niced(String... arguments) {
        List<String> command = new ArrayList<>();
        nice.ifPresent(path -> command.addAll(List.of(path.toString(), "-n", Integer.toString(NICENESS))));
        command.addAll(plain(arguments));
        return command;
    }

    private static String absoluteClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .reduce((a, b) -> a + File.pathSeparator + b)
                .orElseThrow();
    }
}
