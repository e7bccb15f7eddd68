package gilbench.cli;

import gilbench.bench.result.End;
import gilbench.bench.stats.Estimate;
import gilbench.predict.Prediction;
import gilbench.predict.ResponseTimes;
import gilbench.profile.Checked;
import gilbench.profile.Cost;
import gilbench.profile.Diagnosis;
import gilbench.profile.Outlook;
import gilbench.profile.Serving;
import gilbench.scenario.Workload;
import gilbench.scenario.text.ProfileText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** What {@code profile} found, as text. */
final class ProfileSummary {
    private static final String OUTLOOK = "  %-30s %-28s %9s  [%s, %s]  %9s%n";
    private static final String CHECKED = "  %-31s %9s  %9s   %9s  %9s   %9s  %9s%n";

    private ProfileSummary() {}

    static String of(ProfileAnswer answer) {
        Diagnosis found = answer.found();
        Outlook today = answer.outlooks().getFirst();
        String text = "The request profile of " + answer.address() + "\n\n  "
                + ProfileText.format(found.cost().profile()) + "\n\n"
                + cost(found.cost())
                + "\nToday: " + serving(found) + "; taken as " + today.shape() + "; " + today.binding() + ".\n"
                + found.remarks().stream().map(each -> "- " + each + "\n").collect(Collectors.joining())
                + "\nWhat would help\n" + table(answer.outlooks());
        return text + (answer.checked().isEmpty() ? "" : "\nPredicted beside measured\n" + checks(answer.checked()));
    }

    private static String cost(Cost cost) {
        return switch (cost) {
            case Cost.Separate(Estimate _, Estimate python, Estimate released, Estimate io, Estimate calls) ->
                line("python", python) + line("native", released) + calls(calls) + line("io", io);
            case Cost.Sum sum ->
                line("python + native", sum.cpu())
                        + sum.separate()
                                .map(apart ->
                                        line("of it, python", apart.python()) + line("of it, native", apart.released()))
                                .orElse("")
                        + line("io", sum.io())
                        + line("of it, blocking", sum.blocking());
        };
    }

    private static String calls(Estimate calls) {
        return calls.high() <= 1
                ? ""
                : "  %-16s %9.0f     [%.0f, %.0f]%n"
                        .formatted("  in calls, about", calls.value(), calls.low(), calls.high());
    }

    private static String line(String name, Estimate seconds) {
        return "  %-16s %9s ms  [%s, %s]%n"
                .formatted(name, millis(seconds.value()), millis(seconds.low()), millis(seconds.high()));
    }

    private static String serving(Diagnosis found) {
        String processes = found.workers() + (found.workers() == 1 ? " process" : " worker processes");
        String threads = switch (found.serving()) {
            case ONE_THREAD -> "one thread serves overlapping requests";
            case SEVERAL_THREADS -> "up to " + found.threads() + " threads of a process were seen to serve";
        };
        return processes
                + (found.serving() == Serving.ONE_THREAD && found.workers() > 1 ? ", in each " : ", ")
                + threads;
    }

    private static String table(List<Outlook> outlooks) {
        String rate = outlooks.getFirst().loaded().scenario().workload() instanceof Workload.Open open
                ? number(open.rate()) + "/s"
                : "load";
        return OUTLOOK.formatted("change", "deployment", "capacity/s", "low", "high", "p99 ms at " + rate)
                + outlooks.stream()
                        .map(each -> OUTLOOK.formatted(
                                each.name(),
                                each.shape(),
                                number(each.capacity().value()),
                                number(each.capacity().low()),
                                number(each.capacity().high()),
                                p99(each.loaded())))
                        .collect(Collectors.joining());
    }

    private static String p99(Prediction prediction) {
        return prediction.load() == Prediction.Load.SATURATED
                ? "saturated"
                : millis(prediction.responseTime().p99());
    }

    private static String checks(List<Checked> checks) {
        return CHECKED.formatted("load", "predicted", "measured/s", "p50 ms", "measured", "p99 ms", "measured")
                + checks.stream().map(ProfileSummary::check).collect(Collectors.joining())
                + String.format(
                        Locale.ROOT,
                        "  The prediction includes %.3g ms of the driver for each request, and %.2g cores of other processes"
                                + " (medians).%n",
                        1e3 * median(checks.stream().map(Checked::driverCpu).toList()),
                        median(checks.stream().map(Checked::foreign).toList()))
                + checks.stream().map(ProfileSummary::failures).collect(Collectors.joining());
    }

    private static String check(Checked each) {
        ResponseTimes times = each.predicted().responseTime();
        String least = each.predicted().load() == Prediction.Load.SATURATED ? "≥ " : "";
        return CHECKED.formatted(
                each.name(),
                number(each.predicted().throughput().value()),
                number(each.measured().throughput()),
                least + millis(times.p50()),
                millis(each.measured().responseTime().quantile(0.5)),
                least + millis(times.p99()),
                millis(each.measured().responseTime().quantile(0.99)));
    }

    private static String failures(Checked each) {
        long failed = each.measured().ended() - each.measured().ended(End.COMPLETED);
        return failed == 0
                ? ""
                : "  At " + each.name() + " " + failed + " of "
                        + each.measured().ended() + " requests failed: "
                        + each.measured().ends() + ".\n";
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String millis(Optional<Estimate> seconds) {
        return seconds.map(each -> millis(each.value())).orElse("n/a");
    }

    private static String millis(OptionalDouble seconds) {
        return seconds.isPresent() ? millis(seconds.getAsDouble()) : "n/a";
    }

    private static String millis(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds * 1e3);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.1f" : "%.0f", value);
    }
}
