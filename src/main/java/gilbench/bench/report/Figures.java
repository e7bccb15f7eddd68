package gilbench.bench.report;

import gilbench.scenario.Experiment;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The places of the charts, which the script finds by {@code data-chart}, and their captions. */
final class Figures {
    private static final List<Curve> CURVES = List.of(
            new Curve("throughput", "Throughput", "Completed requests per second."),
            new Curve(
                    "p50",
                    "Response time, p50",
                    "From the intended start. Requests that are turned away count, with their short times."),
            new Curve("p95", "Response time, p95", "From the intended start."),
            new Curve(
                    "p99",
                    "Response time, p99",
                    "From the intended start. No point where fewer than 1,000 requests ended."),
            new Curve(
                    "aboveIdeal",
                    "Median response time above the ideal",
                    "Of completed requests: p50 − the profile's own time."),
            new Curve("cpu", "Processor time", "Of the service and its workers, per completed request."));

    private record Curve(String metric, String title, String caption) {}

    private Figures() {}

    static String speedups(ChartData data) {
        return strips("speedups", data.speedups(), "Speed-up of running together: ", """
                Each dot is one block: its requests one after the other / the same requests at once, back to back. The bar is the \
                median with its 95 % interval. The hollow diamond is the machine's own speed-up: plain burners without GIL or \
                server, timed in the same launch.""");
    }

    static String elapsed(ChartData data) {
        return strips("elapsed", data.elapsed(), "Elapsed together: ", """
                Each dot is one block: all its requests at once, until the last has ended. The bar is the estimate with its 95 % \
                interval. The dashed line is the profile's own time.""");
    }

    private static String strips(String chart, List<ChartData.Strip> strips, String title, String caption) {
        return IntStream.range(0, strips.size())
                .mapToObj(i -> figure(
                        chart, "data-index=\"" + i + "\"", title + strips.get(i).title(), caption))
                .collect(Collectors.joining());
    }

    /** Everything about one load. */
    static String load(int index, Experiment.Load load, String legend, boolean predicted) {
        String at = "data-index=\"" + index + "\"";
        String curves = CURVES.stream()
                .map(curve -> figure(
                        "curve", at + " data-metric=\"" + curve.metric + "\"", curve.title, caption(curve, load)))
                .collect(Collectors.joining());
        String thin = predicted ? " Thin dashed line with small dots: predicted." : "";
        return "<section class=\"load\"><h3>" + Html.escaped(Words.experiment(load)) + "</h3>\n" + legend
                + "<p class=\"note\">Filled marker: valid. Hollow: lower bound, the service was saturated and times are at "
                + "least this. Grey cross: invalid, not to be used. Whiskers: 95 % intervals, where there are any."
                + thin + "</p>\n"
                + "<p class=\"controls\" hidden><label><input type=\"checkbox\" data-switch=\"log\" " + at
                + "> logarithmic times</label></p>\n"
                + "<div class=\"grid\">" + curves + "</div>\n"
                + "<p class=\"controls\" hidden><label><input type=\"checkbox\" data-switch=\"share\" " + at
                + "> as shares of the total</label></p>\n"
                + figure(
                        "budget", at, "Where the time of a request goes", "Mean time budget of the completed requests.")
                + figure(
                        "seconds",
                        at,
                        "Throughput second by second",
                        "Completed requests in each full second of each window: one line for each trial. A slope would mean that "
                                + "the service was not warm.")
                + "</section>\n";
    }

    private static String caption(Curve curve, Experiment.Load load) {
        boolean diagonal = curve.metric.equals("throughput") && !(load.points() instanceof Experiment.Points.Users);
        return diagonal ? curve.caption + " Faint line: as many as are offered." : curve.caption;
    }

    /** Workers and threads. */
    static String heat(int index, HeatMap map) {
        return figure(
                "heat",
                "data-index=\"" + index + "\"",
                map.title(),
                map.caption() + " Each square: " + map.percentile()
                        + " in ms. Blue meets the objective, orange misses it, the stronger the farther; grey with × is "
                        + "saturated. The thick line is the contour of the objective.");
    }

    static String order() {
        return figure(
                "order",
                "",
                "Speed in the order of the run",
                "Each observation against the median of its kind. A trend, or a launch that stands apart, is drift. Grey crosses: "
                        + "plain burners, the same work everywhere, so the machine alone. Bands are launches.");
    }

    /** A legend whose entries switch deployments on and off. */
    static String legend(List<SeriesStyle> styles) {
        return IntStream.range(0, styles.size())
                .mapToObj(i -> "<li><button type=\"button\" aria-pressed=\"true\" data-deployment=\"" + i + "\">"
                        + marker(styles.get(i)) + Html.escaped(styles.get(i).name()) + "</button></li>")
                .collect(Collectors.joining("", "<ul class=\"legend\">", "</ul>\n"));
    }

    /** The marker of a deployment on a piece of its line. */
    static String marker(SeriesStyle style) {
        String shape = switch (style.marker()) {
            case CIRCLE -> "<circle cx=\"14\" cy=\"7\" r=\"4.5\"/>";
            case RECT -> "<rect x=\"10\" y=\"3\" width=\"8\" height=\"8\"/>";
            case TRIANGLE -> "<path d=\"M14 2l5 9.5H9z\"/>";
            case DIAMOND -> "<path d=\"M14 1l5 6-5 6-5-6z\"/>";
        };
        String dash = switch (style.line()) {
            case SOLID -> "";
            case DASHED -> " stroke-dasharray=\"5 3\"";
            case DOTTED -> " stroke-dasharray=\"2 2\"";
        };
        return "<svg class=\"s" + style.colour()
                + "\" viewBox=\"0 0 28 14\" width=\"28\" height=\"14\" aria-hidden=\"true\">"
                + "<path d=\"M0 7h28\" stroke-width=\"2\"" + dash + "/>" + shape + "</svg>";
    }

    private static String figure(String chart, String attributes, String title, String caption) {
        return "<figure data-chart=\"" + chart + "\" " + attributes + "><figcaption><strong>" + Html.escaped(title)
                + "</strong> " + Html.escaped(caption) + "</figcaption><div class=\"canvas\" role=\"img\" aria-label=\""
                + Html.escaped(title) + "; the numbers are in the tables\"></div></figure>\n";
    }
}
