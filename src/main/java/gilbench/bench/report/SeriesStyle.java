package gilbench.bench.report;

import gilbench.scenario.InterpreterKind;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import gilbench.scenario.PythonRuntime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How charts tell a deployment from others: hue and marker by model, shade and line by interpreter and, where a plan has real
 * CPython, by runtime; by place in the plan where two deployments share all of these, or there are more than three shades.
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
        List<Variant> variants = variants(all);
        boolean telling = distinct(all) && variants.size() <= SHADES;
        return IntStream.range(0, all.size())
                .mapToObj(i -> telling
                        ? byMeaning(all.get(i), variants)
                        : byPlace(all.get(i).name(), i))
                .toList();
    }

    private record Variant(InterpreterKind kind, PythonRuntime runtime) {
        static Variant of(NamedDeployment named) {
            return new Variant(
                    named.deployment().interpreter().kind(), named.deployment().runtime());
        }
    }

    /** What has a shade of its own, in their order: the kinds of interpreters, or what the plan has when some are real. */
    private static List<Variant> variants(List<NamedDeployment> all) {
        boolean simulated = all.stream().allMatch(each -> each.deployment().runtime() == PythonRuntime.SIMULATED);
        return simulated
                ? Stream.of(InterpreterKind.GIL, InterpreterKind.FREE_THREADED, InterpreterKind.PER_INTERPRETER_GIL)
                        .map(kind -> new Variant(kind, PythonRuntime.SIMULATED))
                        .toList()
                : all.stream().map(Variant::of).distinct().toList();
    }

    private static boolean distinct(List<NamedDeployment> all) {
        Set<List<Enum<?>>> seen = new HashSet<>();
        return all.stream()
                .map(NamedDeployment::deployment)
                .allMatch(each ->
                        seen.add(List.of(each.model(), each.interpreter().kind(), each.runtime())));
    }

    private static SeriesStyle byMeaning(NamedDeployment named, List<Variant> variants) {
        int hue = switch (named.deployment().model()) {
            case THREAD_PER_REQUEST -> 0;
            case VIRTUAL_THREADS -> 1;
            case EVENT_LOOP -> 2;
            case WORKER_PROCESSES -> 3;
        };
        return style(named.name(), hue, variants.indexOf(Variant.of(named)));
    }

    private static SeriesStyle byPlace(String name, int place) {
        return style(name, place % HUES, place / HUES % SHADES);
    }

    private static SeriesStyle style(String name, int hue, int shade) {
        return new SeriesStyle(name, shade * HUES + hue, Marker.values()[hue], Line.values()[shade]);
    }
}
