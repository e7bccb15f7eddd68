package gilbench.bench.report;

import gilbench.bench.runner.Progress;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Progress for people: share done, what is under way, and the time that is left. */
public final class ProgressLine implements Progress, AutoCloseable {
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");
    private static final int WIDTH = 79;

    private final PrintStream out;
    private final Style style;

    private ProgressLine(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    private enum Style {
        REWRITTEN,
        ONE_LINE_PER_STEP
    }

    /** Progress on standard error: one line that is rewritten on a terminal, else one line for each step. */
    public static ProgressLine onStandardError() {
        return standardErrorIsTerminal() ? rewriting(System.err) : lines(System.err);
    }

    /** One line that is rewritten with each step. */
    public static ProgressLine rewriting(PrintStream out) {
        return new ProgressLine(out, Style.REWRITTEN);
    }

    /** One line for each step. */
    public static ProgressLine lines(PrintStream out) {
        return new ProgressLine(out, Style.ONE_LINE_PER_STEP);
    }

    @Override
    public synchronized void begin(String what, double done, Duration remaining) {
        String line = line(what, done, remaining);
        switch (style) {
            case REWRITTEN -> out.print("\r" + padded(line));
            case ONE_LINE_PER_STEP -> out.println(line);
        }
        out.flush();
    }

    /** Clears a line that is being rewritten. */
    @Override
    public synchronized void close() {
        if (style == Style.REWRITTEN) {
            out.print("\r" + padded("") + "\r");
            out.flush();
        }
    }

    private static String line(String what, double done, Duration remaining) {
        long percent = Math.round(100 * Math.clamp(done, 0, 1));
        Duration whole = Duration.ofSeconds(Math.round(Math.max(0, remaining.toNanos()) / 1e9));
        return "%3d %%  ETA %s  %s".formatted(percent, Numbers.duration(whole), what.replaceAll("\\s+", " "));
    }

    private static String padded(String line) {
        return line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line + " ".repeat(WIDTH - line.length());
    }

    private static boolean standardErrorIsTerminal() {
        if ("dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            String target = Files.readSymbolicLink(STANDARD_ERROR).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .isPresent();
        }
    }
}
