package gilbench.operation;

import gilbench.service.telemetry.Meters;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The names of meters in Prometheus: those of {@link Meters}, and those that a query names. */
final class PromNames {
    /** Families that others name: the virtual machine's, k6's and Prometheus's own. */
    private static final List<String> FOREIGN = List.of("jvm_", "process_", "system_", "k6_", "ALERTS", "up");

    private static final Pattern NOT_NAMES = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("(?<![\\w:.])[a-zA-Z_:][\\w:]*(?!\\s*\\()(?![\\w:])");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "by");

    private PromNames() {}

    /** Every name under which the meters of the enum are scraped. */
    static Set<String> ofEnum() {
        return Arrays.stream(Meters.values()).flatMap(PromNames::of).collect(Collectors.toCollection(TreeSet::new));
    }

    static Stream<String> of(Meters meter) {
        String words = meter.meterName().replace('.', '_');
        String name = words.endsWith("_" + meter.unit()) ? words : words + "_" + meter.unit();
        return switch (meter.type()) {
            case COUNTER -> Stream.of(name + "_total");
            case GAUGE -> Stream.of(name);
            case TIMER -> Stream.of("_count", "_sum", "_bucket", "_max").map(name::concat);
            case LONG_TASK_TIMER, DISTRIBUTION_SUMMARY, OTHER -> throw new IllegalArgumentException(meter.toString());
        };
    }

    /** The meters that {@code query} names. */
    static Set<String> in(String query) {
        String bare = NOT_NAMES.matcher(query).replaceAll(" ");
        return NAME.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The meters that {@code query} names and neither the enum nor the foreign families know. */
    static Set<String> unknownIn(String query) {
        Set<String> known = ofEnum();
        return in(query).stream()
                .filter(name -> !known.contains(name))
                .filter(name -> FOREIGN.stream().noneMatch(name::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
