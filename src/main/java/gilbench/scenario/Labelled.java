package gilbench.scenario;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A constant with the one word by which text, JSON, meters and reports know it. */
public interface Labelled {
    /** The word, in lower case with hyphens. */
    String label();

    /** The constant of {@code type} whose label is {@code label}, if there is one. */
    static <E extends Enum<E> & Labelled> Optional<E> find(Class<E> type, String label) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.label().equals(label))
                .findFirst();
    }

    /** All labels of {@code type} in order of declaration, separated by a comma and a space. */
    static <E extends Enum<E> & Labelled> String labels(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Labelled::label).collect(Collectors.joining(", "));
    }
}
