package gilbench.profile.spy;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What py-spy 0.3 and 0.4 print: {@code Sampling process …} when they begin to look, {@code Samples: N Errors: M} when they have
 * written what they saw: one line for each stack, its frames, a blank, and how often it was seen.
 */
final class SpyOutput {
    private static final Pattern ERRORS = Pattern.compile("Samples: \\d+ Errors: (\\d+)");
    private static final Pattern STACK = Pattern.compile(".* (\\d+)");
    private static final Pattern LOGGED = Pattern.compile("^\\[[^]]*\\] ");
    private static final List<String> COMPLAINTS =
            List.of("Permission", "Failed to profile", "Error: ", "Cannot detect");

    private SpyOutput() {}

    static boolean begins(String line) {
        return line.contains("Sampling process");
    }

    /**
     * What came of a start.
     *
     * @param code with which it ended
     * @param said both its streams
     * @param raw the file that it wrote
     * @param looks how many were asked for
     */
    static Recording recording(int code, List<String> said, List<String> raw, long looks) {
        Optional<Matcher> errors =
                said.stream().map(ERRORS::matcher).filter(Matcher::find).findFirst();
        if (code != 0 || errors.isEmpty()) {
            return new Recording.Failed(complaint(said).orElse("it ended with exit code " + code));
        }
        if (said.stream().anyMatch(line -> line.contains("Stopped sampling"))) {
            return new Recording.Failed("it stopped before its time, because the process ended");
        }
        long held = 0;
        for (String line : raw) {
            Matcher stack = STACK.matcher(line);
            if (!stack.matches()) {
                return new Recording.Failed("it wrote a line that does not end in a number: " + line);
            }
            held += Long.parseLong(stack.group(1));
        }
        boolean late = said.stream().anyMatch(line -> line.contains("behind in sampling"));
        return new Recording.Sampled(
                held, Long.parseLong(errors.get().group(1)), looks, late ? Recording.Pace.BEHIND : Recording.Pace.KEPT);
    }

    /** The line that says most of why it failed. */
    private static Optional<String> complaint(List<String> said) {
        return COMPLAINTS.stream()
                .flatMap(sign -> said.stream().filter(line -> line.contains(sign)))
                .findFirst()
                .map(line -> LOGGED.matcher(line).replaceFirst("").strip());
    }
}
