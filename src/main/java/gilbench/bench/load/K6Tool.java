package gilbench.bench.load;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How k6 is started on this machine: from the PATH, or in a container that shares the network of the host. */
sealed interface K6Tool {
    /** The container's image. */
    String IMAGE = "grafana/k6:1.8.1";

    /** What it is, in one or two words. */
    String name() throws InterruptedException;

    /** The command line of k6 with {@code arguments}; {@code run} is unique to this start. */
    List<String> command(String run, List<String> arguments);

    /** The process whose processor time counts, as far as the machine shows it. */
    Optional<ProcessHandle> load(String run, Process started) throws InterruptedException;

    /** Ends k6 at once. */
    void kill(String run, Process started);

    /** k6 on {@code path} (folders as in PATH), else Docker where its engine answers, else nothing. */
    static Optional<K6Tool> find(String path) throws InterruptedException {
        Optional<Path> k6 = executable(path, "k6");
        if (k6.isPresent()) {
            return Optional.of(new Local(k6.get()));
        }
        Optional<Path> docker = executable(path, "docker");
        return docker.isPresent()
                        && output(docker.get().toString(), "version", "--format", "{{.Server.Version}}")
                                .isPresent()
                ? Optional.of(new Container(docker.get()))
                : Optional.empty();
    }

    private static Optional<Path> executable(String path, String name) {
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** The first line that a command prints; empty when it fails or takes longer than 10 s. */
    private static Optional<String> output(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(Duration.ofSeconds(10))) {
                process.destroyForcibly();
                return Optional.empty();
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.exitValue() == 0 ? said.lines().findFirst() : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The executable. */
    record Local(Path k6) implements K6Tool {
        @Override
        public String name() throws InterruptedException {
            return output(k6.toString(), "version")
                    .map(line -> line.replaceFirst(" \\(.*", ""))
                    .orElse("k6");
        }

        @Override
        public List<String> command(String run, List<String> arguments) {
            return Stream.concat(Stream.of(k6.toString()), arguments.stream()).toList();
        }

        @Override
        public Optional<ProcessHandle> load(String run, Process started) {
            return Optional.of(started.toHandle());
        }

        @Override
        public void kill(String run, Process started) {
            List<ProcessHandle> children = started.descendants().toList();
            started.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }
    }

    /** The container. */
    record Container(Path docker) implements K6Tool {
        private static final Duration REMOVAL = Duration.ofSeconds(10);

        @Override
        public String name() {
            return IMAGE + " in Docker";
        }

        @Override
        public List<String> command(String run, List<String> arguments) {
            List<String> command = new ArrayList<>(List.of(
                    docker.toString(), "run", "--rm", "--interactive", "--name", run, "--network", "host", IMAGE));
            command.addAll(arguments);
            return command;
        }

        @Override
        public Optional<ProcessHandle> load(String run, Process started) throws InterruptedException {
            return output(docker.toString(), "inspect", "--format", "{{.State.Pid}}", run)
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid.strip())));
        }

        @Override
        public void kill(String run, Process started) {
            started.destroyForcibly();
            try {
                Process removal = new ProcessBuilder(docker.toString(), "rm", "--force", run)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                removal.waitFor(REMOVAL.toMillis(), TimeUnit.MILLISECONDS);
            } catch (IOException e) {
                throw new LoadDriver.DriverException("cannot remove the container " + run + ": " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Arguments that give a script its environment. */
    static List<String> environment(Map<String, String> values) {
        return values.entrySet().stream()
                .flatMap(each -> Stream.of("--env", each.getKey() + "=" + each.getValue()))
                .toList();
    }
}
