package gilbench.page;

import gilbench.scenario.BoundException;
import gilbench.scenario.Labelled;
import gilbench.scenario.text.DurationText;
import gilbench.scenario.text.ParseException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A JSON object that is read key by key; every key must be asked for, and every value be of its type. */
final class Body {
    private static final int LONGEST_SHOWN = 80;

    private final Map<String, Object> values;
    private final Set<String> unread;

    Body(Map<String, Object> values) {
        this.values = values;
        this.unread = new HashSet<>(values.keySet());
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    Optional<String> text(String key) {
        return value(key).map(value -> {
            if (value instanceof String text) {
                return text;
            }
            throw wrong(key, value, "must be a text");
        });
    }

    Optional<Double> number(String key) {
        return value(key).map(value -> {
            if (value instanceof Number number) {
                return number.doubleValue();
            }
            throw wrong(key, value, "must be a number");
        });
    }

    int whole(String key, int otherwise) {
        return whole(key).orElse(otherwise);
    }

    Optional<Integer> whole(String key) {
        return wholeLong(key).map(value -> {
            if (value != value.intValue()) {
                throw wrong(key, value, "must be at most " + Integer.MAX_VALUE);
            }
            return value.intValue();
        });
    }

    Optional<Long> wholeLong(String key) {
        return value(key).map(value -> {
            if (value instanceof Integer || value instanceof Long) {
                return ((Number) value).longValue();
            }
            throw wrong(key, value, "must be a whole number");
        });
    }

    Optional<Duration> duration(String key) {
        return text(key).map(text -> {
            try {
                return DurationText.parse(text);
            } catch (ParseException e) {
                throw wrong(key, text, e.bound() + " at character " + e.position() + ", such as 200ms");
            }
        });
    }

    <E extends Enum<E> & Labelled> E word(String key, Class<E> type, E otherwise) {
        return text(key)
                .map(text -> Labelled.find(type, text)
                        .orElseThrow(() -> wrong(key, text, "must be one of " + Labelled.labels(type))))
                .orElse(otherwise);
    }

    /**
     * Ends the reading.
     *
     * @throws BoundException when there is a key that nobody asked for
     */
    void end() {
        unread.stream().sorted().findFirst().ifPresent(key -> {
            throw new BoundException(shown(key), "", "is not a key of a scenario");
        });
    }

    private Optional<Object> value(String key) {
        unread.remove(key);
        return Optional.ofNullable(values.get(key));
    }

    private static BoundException wrong(String key, Object value, String bound) {
        return new BoundException(key, "'" + shown(value.toString()) + "'", bound);
    }

    private static String shown(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
