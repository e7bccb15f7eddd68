package gilbench.scenario.text;

import gilbench.scenario.BoundException;
import gilbench.scenario.text.PlanException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One mapping of a plan file while it is being read. Reading a value that is wrong notes a problem and goes on with a stand-in,
 * so that one reading finds several mistakes; the stand-ins never leave, because a plan with problems is not returned.
 */
final class Section {
    private final YamlNode.Mapping mapping;
    private final String path;
    private final List<Problem> problems;
    private final Set<String> known = new LinkedHashSet<>();

    private Section(YamlNode.Mapping mapping, String path, List<Problem> problems) {
        this.mapping = mapping;
        this.path = path;
        this.problems = problems;
    }

    /** The section that {@code node} is; an empty one, and a problem, when it is something else. */
    static Section of(YamlNode node, String path, List<Problem> problems) {
        if (node instanceof YamlNode.Mapping mapping) {
            return new Section(mapping, path, problems);
        }
        problems.add(new Problem(node.line(), path, "is " + node.noun() + ", must be keys with values"));
        return new Section(new YamlNode.Mapping(node.line(), Map.of()), path, problems);
    }

    boolean has(String key) {
        return find(key).isPresent();
    }

    /** The value of {@code key} read by {@code read}, or {@code otherwise} when it is absent or wrong. */
    <T> T optional(String key, T otherwise, Function<String, T> read) {
        return find(key).flatMap(node -> scalar(node, pathOf(key), read)).orElse(otherwise);
    }

    /** The value of {@code key}; a problem when it is absent. */
    <T> T required(String key, T standIn, Function<String, T> read) {
        missing(key);
        return optional(key, standIn, read);
    }

    /** The items of {@code key}, a list of single values, each read by {@code read}; a problem when it is absent or empty. */
    <T> List<T> values(String key, T standIn, Function<String, T> read) {
        List<T> values = new ArrayList<>();
        each(key, (node, itemPath) -> scalar(node, itemPath, read).ifPresent(values::add));
        return values.isEmpty() ? List.of(standIn) : List.copyOf(values);
    }

    /** The items of {@code key}, a list of sections; a problem when it is absent or empty. */
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        each(key, (node, itemPath) -> sections.add(Section.of(node, itemPath, problems)));
        return sections;
    }

    /** The section at {@code key}, if there is one. */
    Optional<Section> section(String key) {
        return find(key).map(node -> Section.of(node, pathOf(key), problems));
    }

    /** Ends this section: notes every key that was never asked for, then builds the value unless a bound forbids it. */
    <T> Optional<T> build(Supplier<T> constructor) {
        unknownKeys();
        try {
            return Optional.of(constructor.get());
        } catch (BoundException e) {
            note(e.key(), e.value() + " " + e.bound());
            return Optional.empty();
        }
    }

    /** Notes a problem with the value of {@code key}. */
    void note(String key, String message) {
        note(lineOf(key), pathOf(key), message);
    }

    /** Notes a problem when there is a value of {@code key}, which is a key somewhere else. */
    void refuse(String key, String message) {
        if (mapping.entries().containsKey(key)) {
            note(key, message);
        }
    }

    private void note(int line, String where, String message) {
        problems.add(new Problem(line, where, message));
    }

    private void unknownKeys() {
        mapping.entries().forEach((key, node) -> {
            if (!known.contains(key)) {
                note(node.line(), pathOf(key), "is not a key here; the keys are " + String.join(", ", known));
            }
        });
    }

    private interface Item {
        void read(YamlNode node, String itemPath);
    }

    private void each(String key, Item item) {
        if (missing(key)) {
            return;
        }
        find(key).ifPresent(node -> {
            if (!(node instanceof YamlNode.Items(int _, List<YamlNode> items))) {
                note(key, "is " + node.noun() + ", must be a list");
            } else if (items.isEmpty()) {
                note(key, "is an empty list, must have at least one item");
            } else {
                for (int i = 0; i < items.size(); i++) {
                    item.read(items.get(i), pathOf(key) + "[" + i + "]");
                }
            }
        });
    }

    private boolean missing(String key) {
        boolean missing = !has(key);
        if (missing) {
            note(mapping.line(), pathOf(key), "is missing");
        }
        return missing;
    }

    private <T> Optional<T> scalar(YamlNode node, String where, Function<String, T> read) {
        if (!(node instanceof YamlNode.Scalar(int line, String text))) {
            note(node.line(), where, "is " + node.noun() + ", must be a single value");
            return Optional.empty();
        }
        if (text.isEmpty()) {
            note(line, where, "has no value");
            return Optional.empty();
        }
        try {
            return Optional.of(read.apply(text));
        } catch (BoundException e) {
            note(line, where, e.value() + " " + e.bound());
        } catch (IllegalArgumentException e) {
            note(line, where, String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<YamlNode> find(String key) {
        known.add(key);
        return Optional.ofNullable(mapping.entries().get(key));
    }

    private int lineOf(String key) {
        return find(key).map(YamlNode::line).orElse(mapping.line());
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
