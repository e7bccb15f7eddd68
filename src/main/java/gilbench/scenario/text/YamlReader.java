package gilbench.scenario.text;

import gilbench.scenario.text.PlanException.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/**
 * Reads one YAML document into nodes. Bounded: {@link #MAX_LENGTH} characters, {@link #MAX_DEPTH} levels, and no aliases, so
 * that no document grows when it is read.
 */
final class YamlReader {
    static final int MAX_LENGTH = 256 * 1024;
    static final int MAX_DEPTH = 16;

    private final String fileName;
    private final YAMLParser parser;

    private YamlReader(String fileName, YAMLParser parser) {
        this.fileName = fileName;
        this.parser = parser;
    }

    /**
     * The root of the only document in {@code text}.
     *
     * @throws PlanException when it is not one well-formed document within the bounds
     */
    static YamlNode read(String fileName, String text) {
        if (text.length() > MAX_LENGTH) {
            throw problem(fileName, 1, "has " + text.length() + " characters, must have at most " + MAX_LENGTH);
        }
        try (YAMLParser parser =
                (YAMLParser) YAMLFactory.builder().build().createParser(ObjectReadContext.empty(), text)) {
            return new YamlReader(fileName, parser).document();
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw problem(fileName, line, "is not YAML: " + withoutExcerpt(e.getOriginalMessage()));
        }
    }

    private static String withoutExcerpt(String message) {
        return message.lines().filter(line -> !line.startsWith(" ")).collect(Collectors.joining(", "));
    }

    private static PlanException problem(String fileName, int line, String message) {
        return new PlanException(fileName, List.of(new Problem(line, "", message)));
    }

    private YamlNode document() {
        JsonToken first = parser.nextToken();
        if (first == null) {
            throw problem(fileName, 1, "is empty, must be a plan");
        }
        YamlNode root = node(0);
        if (parser.nextToken() != null) {
            throw problem(fileName, line(), "has a second document, must have one");
        }
        return root;
    }

    private YamlNode node(int depth) {
        int line = line();
        if (depth > MAX_DEPTH) {
            throw problem(fileName, line, "is nested more than " + MAX_DEPTH + " levels deep");
        }
        if (parser.isCurrentAlias()) {
            throw problem(
                    fileName,
                    line,
                    "has the alias '*" + parser.getString() + "': aliases are not read, write the value out");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping(line, depth);
            case START_ARRAY -> items(line, depth);
            case VALUE_NULL -> new YamlNode.Scalar(line, "");
            default -> new YamlNode.Scalar(line, parser.getString());
        };
    }

    private YamlNode mapping(int line, int depth) {
        Map<String, YamlNode> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            int keyLine = line();
            parser.nextToken();
            if (entries.put(key, node(depth + 1)) != null) {
                throw problem(fileName, keyLine, "has the key '" + key + "' twice");
            }
        }
        return new YamlNode.Mapping(line, entries);
    }

    private YamlNode items(int line, int depth) {
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return new YamlNode.Items(line, items);
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }
}
