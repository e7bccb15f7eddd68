package gilbench.bench.report;

import gilbench.scenario.Deployment;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How charts tell a deployment from others: hue and marker by model, shade and line by interpreter; by place in the plan where
 * two deployments share both.
 *
 * @param name of the deployment
 * @param colour from 0 to 11: four hues in three shades
 */
record SeriesStyle(String name, int colour, Marker marker, Line line) {
    private static final int HUES = 4;
    private static final int SHADES = 3;

    /** A shape. */
    enum Marker {
        CIRCLE,
        RECT,
        TRIANGLE,
        DIAMOND;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A line pattern. */
    enum Line {
        SOLID,
        DASHED,
        DOTTED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<SeriesStyle> of(Plan plan) {
        List<NamedDeployment> all = plan.deployments();
        return IntStream.range(0, all.size())
                .mapToObj(i -> distinct(all)
                        ? byMeaning(all.get(i))
                        : byPlace(all.get(i).name(), i))
                .toList();
    }

    private static boolean distinct(List<NamedDeployment> all) {
        Set<List<Enum<?>>> seen = new HashSet<>();
        return all.stream()
                .map(NamedDeployment::deployment)
                .allMatch(each ->
                        seen.add(List.of(each.model(), each.interpreter().kind())));
    }

    private static SeriesStyle byMeaning(NamedDeployment named) {
        Deployment deployment = named.deployment();
        int shade = switch (deployment.interpreter().kind()) {
            case GIL -> 0;
            case FREE_THREADED -> 1;
            case PER_INTERPRETER_GIL -> 2;
        };
        int hue = switch (deployment.model()) {
            case THREAD_PER_REQUEST -> 0;
            case VIRTUAL_THREADS -> 1;
            case EVENT_LOOP -> 2;
            case WORKER_PROCESSES -> 3;
        };
        return style(named.name(), hue, shade);
    }

    private static SeriesStyle byPlace(String name, int place) {
        return style(name, place % HUES, place / HUES % SHADES);
    }

    private static SeriesStyle style(String name, int hue, int shade) {
        return new SeriesStyle(name, shade * HUES + hue, Marker.values()[hue], Line.values()[shade]);
    }
}
