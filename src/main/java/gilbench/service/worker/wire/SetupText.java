package gilbench.service.worker.wire;

import gilbench.scenario.Calibration;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Labelled;
import gilbench.scenario.SignalStealing;
import gilbench.scenario.WaiterChoice;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The body of a setup frame: one {@code key=value} per line, each line ended by a line feed. */
final class SetupText {
    private final Map<String, String> values;

    private SetupText(Map<String, String> values) {
        this.values = values;
    }

    static String write(Frame.Setup setup) {
        Deployment deployment = setup.deployment();
        Interpreter interpreter = deployment.interpreter();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("model", deployment.model().label());
        values.put("interpreter", interpreter.kind().label());
        values.put("switch-interval-ns", interpreter.switchInterval().toNanos());
        values.put("poll-gap-ns", interpreter.pollGap().toNanos());
        values.put("overhead", interpreter.overhead());
        values.put("nanos-per-iteration", interpreter.nanosPerIteration());
        values.put("waiter-choice", interpreter.waiterChoice().label());
        values.put("signal-stealing", interpreter.signalStealing().probability());
        values.put("workers", deployment.workers());
        values.put("threads", deployment.threads());
        values.put("queue", deployment.queue());
        values.put("max-in-flight", deployment.maxInFlight());
        values.put("cores", deployment.cores());
        values.put("deadline-ns", deployment.deadline().toNanos());
        values.put("units-per-second", setup.calibration().unitsPerSecond());
        values.put("delay-service", setup.delayService());
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    static Frame.Setup read(String text) throws ProtocolException {
        SetupText body = new SetupText(split(text));
        Frame.Setup setup = new Frame.Setup(
                body.deployment(),
                new Calibration(body.value("units-per-second", Double::valueOf)),
                body.value("delay-service", URI::create));
        if (!body.values.isEmpty()) {
            throw new ProtocolException("setup: unknown keys " + body.values.keySet());
        }
        return setup;
    }

    private static Map<String, String> split(String text) throws ProtocolException {
        Map<String, String> values = new HashMap<>();
        for (String line : text.lines().toList()) {
            int equals = line.indexOf('=');
            if (equals < 1) {
                throw new ProtocolException("setup: \"" + line + "\" must be key=value");
            }
            if (values.put(line.substring(0, equals), line.substring(equals + 1)) != null) {
                throw new ProtocolException("setup: " + line.substring(0, equals) + " must appear once");
            }
        }
        return values;
    }

    private Deployment deployment() throws ProtocolException {
        return new Deployment(
                label("model", ConcurrencyModel.class),
                interpreter(),
                value("workers", Integer::valueOf),
                value("threads", Integer::valueOf),
                value("queue", Integer::valueOf),
                value("max-in-flight", Integer::valueOf),
                value("cores", Integer::valueOf),
                nanos("deadline-ns"));
    }

    private Interpreter interpreter() throws ProtocolException {
        return new Interpreter(
                label("interpreter", InterpreterKind.class),
                nanos("switch-interval-ns"),
                nanos("poll-gap-ns"),
                value("overhead", Double::valueOf),
                value("nanos-per-iteration", Double::valueOf),
                label("waiter-choice", WaiterChoice.class),
                new SignalStealing(value("signal-stealing", Double::valueOf)));
    }

    private Duration nanos(String key) throws ProtocolException {
        return Duration.ofNanos(value(key, Long::valueOf));
    }

    private <E extends Enum<E> & Labelled> E label(String key, Class<E> type) throws ProtocolException {
        String label = take(key);
        return Labelled.find(type, label)
                .orElseThrow(() -> new ProtocolException(
                        "setup: " + key + ": " + label + " must be one of " + Labelled.labels(type)));
    }

    private <T> T value(String key, Function<String, T> parse) throws ProtocolException {
        String value = take(key);
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException e) {
            throw new ProtocolException("setup: " + key + ": " + value + " cannot be read", e);
        }
    }

    private String take(String key) throws ProtocolException {
        String value = values.remove(key);
        if (value == null) {
            throw new ProtocolException("setup: " + key + " is missing");
        }
        return value;
    }
}
