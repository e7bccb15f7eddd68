package gilbench.bench.report;

import gilbench.bench.result.CellKey;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.Trial;
import gilbench.bench.stats.Distribution;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Raw histograms in the HdrHistogram log format 1.3, values in microseconds: one file for each cell under load, and in it
 * one line for each trial and each of {@code response-time}, {@code completed-response-time}, {@code service-time} and
 * {@code send-lag}, which is its tag. Start times count measured seconds: the windows stand end to end.
 */
final class HistogramLogs {
    private static final String HEADING = """
            #[gilbench raw histograms, values in microseconds, maxima in milliseconds]
            #[Histogram log format version 1.3]
            "StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"
            """;

    private HistogramLogs() {}

    /** The text of each file by its path in the folder of the run. */
    static Map<String, String> of(RunResult result) {
        Map<String, StringBuilder> logs = new LinkedHashMap<>();
        Map<String, Double> ends = new LinkedHashMap<>();
        for (Trial trial : result.trials()) {
            if (trial instanceof Trial.LoadTrial load) {
                String name = name(load.cell());
                double start = ends.getOrDefault(name, 0.0);
                logs.computeIfAbsent(name, each -> new StringBuilder(HEADING)).append(lines(start, load.measurement()));
                ends.put(name, start + length(load.measurement()));
            }
        }
        Map<String, String> texts = new LinkedHashMap<>();
        logs.forEach((name, text) -> texts.put(name, text.toString()));
        return texts;
    }

    private static String name(CellKey cell) {
        String point = cell.point().replace("/", "-per-").replaceAll("[^A-Za-z0-9.-]+", "-");
        return "histograms/" + cell.deployment() + "_" + cell.experiment() + "_" + point + ".hlog";
    }

    private static double length(Measurement seen) {
        return seen.window().toNanos() / 1e9;
    }

    private static String lines(double start, Measurement seen) {
        return line("response-time", start, seen, seen.responseTime())
                + line("completed-response-time", start, seen, seen.completedResponseTime())
                + line("service-time", start, seen, seen.serviceTime())
                + line("send-lag", start, seen, seen.sendLag());
    }

    private static String line(String tag, double start, Measurement seen, Distribution times) {
        return String.format(
                Locale.ROOT,
                "Tag=%s,%.3f,%.3f,%.3f,%s\n",
                tag,
                start,
                length(seen),
                times.max() * 1000,
                times.encoded());
    }
}
