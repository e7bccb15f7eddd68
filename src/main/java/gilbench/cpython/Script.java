package gilbench.cpython;

import gilbench.scenario.InterpreterKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * A Python script of this program, handed over on the command line. A free-threaded build runs it with its GIL unless the
 * kind is free-threaded.
 *
 * @param source its text
 */
record Script(String source) {
    private static final long PATIENCE_SECONDS = 60;

    /** The script in a resource beside this class. */
    static Script ofResource(String name) {
        return new Script(text(name));
    }

    /**
     * The script that defines modules, each in a resource of its name in {@code folder}, and calls {@code main} of the last.
     *
     * @param modules each after those that it imports
     */
    static Script ofModules(String folder, List<String> modules) {
        StringBuilder source = new StringBuilder(text("modules.py"));
        modules.forEach(name ->
                source.append("define(%s, %s)%n".formatted(literal(name), literal(text(folder + "/" + name + ".py")))));
        source.append("if __name__ == \"__main__\":\n    sys.modules[")
                .append(literal(modules.getLast()))
                .append("].main()\n");
        return new Script(source.toString());
    }

    private static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static String text(String resource) {
        try (InputStream in = Objects.requireNonNull(Script.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The command that runs it; arguments are to be appended. */
    List<String> command(Python python, InterpreterKind kind) {
        List<String> command = new ArrayList<>(List.of(python.path().toString(), "-I", "-S"));
        if (python.freeThreaded()) {
            command.addAll(List.of("-X", kind == InterpreterKind.FREE_THREADED ? "gil=0" : "gil=1"));
        }
        command.addAll(List.of("-c", source));
        return List.copyOf(command);
    }

    /**
     * Runs it to its end.
     *
     * @return what it wrote
     * @throws IOException when it fails or takes longer than a minute; the message has what it wrote last
     */
    String run(Python python, InterpreterKind kind, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command(python, kind));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(python + " was not measured within " + PATIENCE_SECONDS + " s");
            }
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.exitValue() != 0) {
                throw new IOException(python + " could not be measured: " + said.substring(said.lastIndexOf('\n') + 1));
            }
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
