package gilbench.scenario.text;

import gilbench.scenario.Labelled;
import gilbench.scenario.Limits;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The text form of a request profile: {@code python:5ms,io:100ms,native:2ms}.
 *
 * <pre>
 * profile = step { "," step }
 * step    = ( "python" | "opaque" | "native" | "io" ) ":" duration
 * </pre>
 *
 * A duration is as in {@link DurationText}, of {@code io} in whole milliseconds. There are no spaces.
 */
public final class ProfileText {
    private ProfileText() {}

    /**
     * Reads a profile within {@code limits}.
     *
     * @throws ParseException when {@code text} is not a profile or asks for more than {@code limits} allow
     */
    public static RequestProfile parse(String text, Limits limits) {
        List<Step> steps = new ArrayList<>();
        Duration cpu = Duration.ZERO;
        int from = 0;
        while (from <= text.length()) {
            int comma = text.indexOf(',', from);
            int to = comma < 0 ? text.length() : comma;
            if (steps.size() == limits.steps()) {
                throw new ParseException(
                        text,
                        from + 1,
                        text.substring(from, to),
                        "must be left out: at most " + limits.steps() + " steps");
            }
            Step step = step(text, from, to, limits);
            if (step.kind() != StepKind.IO) {
                cpu = cpu.plus(step.duration());
                cpuWithin(limits, cpu, text, from, to);
            }
            steps.add(step);
            from = to + 1;
        }
        return new RequestProfile(steps);
    }

    /** The text form of {@code profile}. */
    public static String format(RequestProfile profile) {
        return profile.steps().stream()
                .map(step -> step.kind().label() + ":" + DurationText.format(step.duration()))
                .collect(Collectors.joining(","));
    }

    private static Step step(String text, int from, int to, Limits limits) {
        int colon = text.indexOf(':', from);
        int kindEnd = colon < 0 || colon > to ? to : colon;
        String word = text.substring(from, kindEnd);
        StepKind kind = Labelled.find(StepKind.class, word)
                .orElseThrow(() -> new ParseException(
                        text,
                        from + 1,
                        word,
                        "must be one of " + Labelled.labels(StepKind.class) + ", then ':' and a duration"));
        if (kindEnd == to) {
            throw new ParseException(text, to + 1, "", "must be ':' and a duration");
        }
        Duration duration = DurationText.parse(text, kindEnd + 1, to);
        if (kind == StepKind.IO) {
            ioWithin(limits, duration, text, kindEnd + 1, to);
        }
        return new Step(kind, duration);
    }

    private static void ioWithin(Limits limits, Duration duration, String text, int from, int to) {
        if (duration.toNanos() % 1_000_000 != 0) {
            throw new ParseException(text, from + 1, text.substring(from, to), "must be in whole milliseconds");
        }
        if (duration.compareTo(limits.delay()) > 0) {
            throw new ParseException(
                    text, from + 1, text.substring(from, to), "must be at most " + DurationText.format(limits.delay()));
        }
    }

    private static void cpuWithin(Limits limits, Duration cpu, String text, int from, int to) {
        if (cpu.compareTo(limits.cpu()) > 0) {
            throw new ParseException(
                    text,
                    from + 1,
                    text.substring(from, to),
                    "makes " + DurationText.format(cpu)
                            + " of CPU: the sum of python, opaque and native must be at most "
                            + DurationText.format(limits.cpu()));
        }
    }
}
