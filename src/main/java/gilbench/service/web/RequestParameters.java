package gilbench.service.web;

import gilbench.scenario.BoundException;
import gilbench.scenario.Defaults;
import gilbench.scenario.Interpreter;
import gilbench.scenario.Limits;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.text.DurationText;
import gilbench.scenario.text.ParseException;
import gilbench.scenario.text.ProfileText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads query parameters into request profiles, within limits.
 *
 * <p>Every method throws {@link BadInputException} for a parameter that is unknown, given twice, not parseable or out of
 * bounds.
 */
final class RequestParameters {
    private static final String DELAY = "delay";
    private static final String CPU = "cpu";
    private static final String ITERATIONS = "iterations";
    private static final String PROFILE = "profile";

    private final Limits limits;
    private final Interpreter interpreter;

    RequestParameters(Limits limits, Interpreter interpreter) {
        this.limits = limits;
        this.interpreter = interpreter;
    }

    /** One {@code io} step of {@code delay}. */
    RequestProfile status(Map<String, List<String>> query) {
        only(query, Set.of(DELAY));
        return one(query, DELAY)
                .map(text -> checked(DELAY, text, () -> delay(text)))
                .orElseGet(() -> RequestProfile.of(StepKind.IO, Defaults.STATUS_DELAY));
    }

    /** One {@code python} step of {@code cpu}, or what {@code iterations} cost. */
    RequestProfile compute(Map<String, List<String>> query) {
        only(query, Set.of(CPU, ITERATIONS));
        Optional<String> cpu = one(query, CPU);
        Optional<String> iterations = one(query, ITERATIONS);
        if (cpu.isPresent() && iterations.isPresent()) {
            throw new BadInputException(ITERATIONS, iterations.get(), "must not be given together with cpu");
        }
        return iterations
                .map(text -> checked(ITERATIONS, text, () -> iterations(text)))
                .or(() -> cpu.map(text -> checked(CPU, text, () -> cpu(text))))
                .orElseGet(() -> RequestProfile.of(StepKind.PYTHON, Defaults.COMPUTE_CPU));
    }

    /** The profile of {@code profile}, which must be given. */
    RequestProfile mixed(Map<String, List<String>> query) {
        only(query, Set.of(PROFILE));
        String text = one(query, PROFILE)
                .orElseThrow(() ->
                        new BadInputException(PROFILE, "", "must be given, such as python:2ms,io:50ms,native:1ms"));
        return checked(PROFILE, text, () -> ProfileText.parse(text, limits));
    }

    /** No parameter at all. */
    void none(Map<String, List<String>> query) {
        only(query, Set.of());
    }

    private RequestProfile delay(String text) {
        return RequestProfile.of(StepKind.IO, atMost(limits.delay(), DurationText.parse(text), DELAY, text));
    }

    private RequestProfile cpu(String text) {
        return RequestProfile.of(StepKind.PYTHON, atMost(limits.cpu(), DurationText.parse(text), CPU, text));
    }

    private RequestProfile iterations(String text) {
        long iterations = Long.parseLong(text);
        if (iterations < 0 || iterations > limits.iterations()) {
            throw new BadInputException(ITERATIONS, text, "must be between 0 and " + limits.iterations());
        }
        return RequestProfile.of(
                StepKind.PYTHON, atMost(limits.cpu(), interpreter.price(iterations), ITERATIONS, text));
    }

    private static Duration atMost(Duration most, Duration value, String parameter, String text) {
        if (value.compareTo(most) > 0) {
            throw new BadInputException(parameter, text, "must be at most " + DurationText.format(most));
        }
        return value;
    }

    private static void only(Map<String, List<String>> query, Set<String> known) {
        query.forEach((name, values) -> {
            if (!known.contains(name)) {
                throw new BadInputException(
                        name,
                        String.join(",", values),
                        known.isEmpty()
                                ? "is unknown: there are no parameters"
                                : "is unknown: must be one of "
                                        + String.join(
                                                ", ", known.stream().sorted().toList()));
            }
        });
    }

    private static Optional<String> one(Map<String, List<String>> query, String name) {
        List<String> values = query.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new BadInputException(name, String.join(",", values), "must be given once");
        }
        return values.stream().findFirst();
    }

    private static RequestProfile checked(String parameter, String text, Reading reading) {
        try {
            return reading.read();
        } catch (ParseException wrong) {
            throw new BadInputException(parameter, text, "at character " + wrong.position() + ": " + wrong.bound());
        } catch (BoundException wrong) {
            throw new BadInputException(parameter, text, wrong.bound());
        } catch (NumberFormatException wrong) {
            throw new BadInputException(parameter, text, "must be a whole number");
        }
    }

    private interface Reading {
        RequestProfile read();
    }
}
