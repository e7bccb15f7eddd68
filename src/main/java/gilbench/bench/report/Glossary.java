package gilbench.bench.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The words of a report and what they mean. */
final class Glossary {
    private static final Map<String, String> WORDS = words();

    private Glossary() {}

    private static Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put(
                "request profile",
                "The ordered steps of one request. python: processor time while holding the GIL. opaque: the "
                        + "same, but without letting others in. native: processor time with the GIL released. io: waiting, GIL released.");
        words.put("deployment", "A concurrency model, an interpreter and their sizes.");
        words.put(
                "cell",
                "A deployment, a request profile and one workload point: a rate, a number of users, or a program.");
        words.put(
                "launch, trial",
                "One start of a deployment in fresh processes; one measurement of one cell within a launch.");
        words.put(
                "program, block",
                "A fixed number of requests timed as a whole; one such timing in each arrangement, back to back.");
        words.put(
                "speed-up",
                "Time one after the other / time together. The machine's own: the same for plain burners without GIL "
                        + "or server, the most that any deployment can be expected to reach.");
        words.put(
                "open, closed workload",
                "Arrivals on a timetable, whatever has been answered; a fixed number of users who wait for "
                        + "their answer before they ask again.");
        words.put("offered load, throughput", "Requests per second asked for; completed.");
        words.put("response time", "From the intended start of a request to its end, so that a late start counts.");
        words.put("service time", "From the actual start of a request to its end.");
        words.put(
                "p50, p95, p99",
                "The time within which 50, 95 and 99 % of the requests ended. Not given when fewer than 10 requests "
                        + "stand above it.");
        words.put("interval", "95 % confidence interval of the number beside it.");
        words.put(
                "time budget",
                "queue: waiting for a thread, a worker or the loop. gil-wait: from asking for the GIL until taking it. "
                        + "python: running while holding it, waits for a core included. native: running without it. io: waiting on the delay "
                        + "service. other: the rest, such as dispatch and the HTTP front.");
        words.put(
                "prediction",
                "What a discrete-event simulation of the deployment says of the same cell: the thin line with small dots. Nothing "
                        + "of it was fitted to this run but the parallel speed-up of the machine.");
        words.put("valid", "Every gate holds.");
        words.put(
                "lower bound",
                "The service was saturated. The throughput stands; percentiles are at least what is shown (≥).");
        words.put(
                "invalid",
                "The load driver, the delay service, an endpoint check or Little's law failed. Not to be used.");
        return words;
    }

    static String html() {
        return WORDS.entrySet().stream()
                .map(each ->
                        "<dt>" + Html.escaped(each.getKey()) + "</dt><dd>" + Html.escaped(each.getValue()) + "</dd>\n")
                .collect(Collectors.joining("", "<dl class=\"glossary\">", "</dl>"));
    }
}
