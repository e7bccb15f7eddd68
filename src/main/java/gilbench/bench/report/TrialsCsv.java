package gilbench.bench.report;

import gilbench.bench.result.Block;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.Trial;
import gilbench.scenario.Arrangement;
import gilbench.scenario.BudgetPart;
import gilbench.scenario.Workload;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Trials as comma-separated values (RFC 4180): one row for each window of a load and for each block of a program. Times are
 * in seconds, rates per second; an empty field does not apply or cannot be had.
 */
final class TrialsCsv {
    /** Columns and what they mean, in their order. */
    static final Map<String, String> COLUMNS = columns();

    private TrialsCsv() {}

    static String of(RunResult result) {
        return Stream.concat(
                        Stream.of(line(List.copyOf(COLUMNS.keySet()))),
                        result.trials().stream().flatMap(TrialsCsv::rows))
                .collect(Collectors.joining());
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("order", "place of the trial in the run, from 0");
        columns.put("launch", "number of the launch, from 0");
        columns.put("deployment", "name in the plan");
        columns.put("experiment", "name in the plan");
        columns.put("point", "workload point");
        columns.put("type", "load or program");
        columns.put("verdict", "of the trial");
        columns.put("findings", "labels, separated by spaces");
        columns.put("block", "number of the block in its trial, from 0");
        columns.put("requests", "requests in each arrangement");
        for (Arrangement each : Arrangement.values()) {
            columns.put(each.label() + "_s", "elapsed, " + each.label());
        }
        for (Arrangement each : Arrangement.values()) {
            columns.put("burners_" + each.label() + "_s", "elapsed of plain burners, " + each.label());
        }
        loadColumns(columns);
        return columns;
    }

    private static void loadColumns(Map<String, String> columns) {
        columns.put("offered_per_s", "arrival rate of an open workload");
        columns.put("users", "of a closed workload");
        columns.put("window_s", "real length of the window");
        columns.put("due", "requests that were due");
        columns.put("started", "requests really sent");
        columns.put("dropped", "due but not started");
        for (End each : End.values()) {
            columns.put(each.label().replace('-', '_'), "requests that ended so");
        }
        columns.put("throughput_per_s", "completed requests");
        for (String q : List.of("mean", "p50", "p90", "p95", "p99", "max")) {
            columns.put("response_" + q + "_s", "response time, all requests");
        }
        for (String q : List.of("p50", "p99")) {
            columns.put("completed_" + q + "_s", "response time, completed requests");
        }
        for (String q : List.of("p50", "p99")) {
            columns.put("service_" + q + "_s", "service time, all requests");
        }
        columns.put("send_lag_p99_s", "actual - intended start");
        columns.put("in_flight_mean", "time-weighted");
        columns.put("in_flight_max", "largest");
        for (BudgetPart each : BudgetPart.values()) {
            columns.put("budget_" + each.label().replace('-', '_') + "_s", "mean of completed requests");
        }
        columns.put("generator_cpu_s", "processor time of the load driver");
        columns.put("service_cpu_s", "processor time of the service and its workers");
    }

    private static Stream<String> rows(Trial trial) {
        return switch (trial) {
            case Trial.LoadTrial load -> Stream.of(line(fill(common(load), loadFields(load))));
            case Trial.ProgramTrial program -> {
                List<String> rows = new ArrayList<>();
                for (int i = 0; i < program.blocks().size(); i++) {
                    List<String> row = common(program);
                    row.addAll(
                            blockFields(i, program.requests(), program.blocks().get(i)));
                    rows.add(line(fill(row, List.of())));
                }
                yield rows.stream();
            }
        };
    }

    private static List<String> common(Trial trial) {
        CellKey cell = trial.cell();
        return new ArrayList<>(List.of(
                Integer.toString(trial.order()),
                Integer.toString(trial.launch()),
                cell.deployment(),
                cell.experiment(),
                cell.point(),
                trial instanceof Trial.LoadTrial ? "load" : "program",
                trial.verdict().label(),
                trial.findings().stream()
                        .map(Finding::type)
                        .distinct()
                        .map(type -> type.label())
                        .collect(Collectors.joining(" "))));
    }

    private static List<String> blockFields(int number, int requests, Block block) {
        List<String> fields = new ArrayList<>(List.of(Integer.toString(number), Integer.toString(requests)));
        for (Map<Arrangement, Duration> times : List.of(block.service(), block.burners())) {
            for (Arrangement each : Arrangement.values()) {
                Duration time = times.get(each);
                fields.add(time == null ? "" : seconds(time));
            }
        }
        return fields;
    }

    private static List<String> loadFields(Trial.LoadTrial trial) {
        Measurement seen = trial.measurement();
        List<String> fields = new ArrayList<>();
        switch (seen.workload()) {
            case Workload.Open open -> fields.addAll(List.of(number(open.rate()), ""));
            case Workload.Closed closed -> fields.addAll(List.of("", Integer.toString(closed.users())));
        }
        fields.addAll(List.of(
                seconds(seen.window()),
                Long.toString(seen.due()),
                Long.toString(seen.started()),
                Long.toString(seen.dropped())));
        Arrays.stream(End.values()).map(seen::ended).map(String::valueOf).forEach(fields::add);
        fields.add(number(seen.throughput()));
        fields.addAll(timeFields(seen));
        fields.add(number(seen.inFlight().mean()));
        fields.add(Long.toString(seen.inFlight().max()));
        for (BudgetPart part : BudgetPart.values()) {
            fields.add(
                    seen.budget().n() == 0
                            ? ""
                            : Json.seconds(seen.budget().mean().part(part)).toPlainString());
        }
        fields.addAll(List.of(seconds(seen.generatorCpu()), seconds(trial.serviceCpu())));
        return fields;
    }

    private static List<String> timeFields(Measurement seen) {
        TrialSummary.Times response = TrialSummary.Times.of(seen.responseTime());
        return List.of(
                number(response.mean()),
                number(response.p50()),
                number(response.p90()),
                number(response.p95()),
                number(response.p99()),
                number(response.max()),
                number(seen.completedResponseTime().quantile(0.5)),
                number(seen.completedResponseTime().quantile(0.99)),
                number(seen.serviceTime().quantile(0.5)),
                number(seen.serviceTime().quantile(0.99)),
                number(seen.sendLag().quantile(0.99)));
    }

    private static List<String> fill(List<String> first, List<String> last) {
        List<String> row = new ArrayList<>(first);
        while (row.size() + last.size() < COLUMNS.size()) {
            row.add("");
        }
        row.addAll(last);
        return row;
    }

    private static String seconds(Duration time) {
        return Json.seconds(time.toNanos()).toPlainString();
    }

    private static String number(OptionalDouble value) {
        return value.isPresent() ? number(value.getAsDouble()) : "";
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String line(List<String> fields) {
        return fields.stream().map(TrialsCsv::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String field) {
        return field.matches("[^\",\r\n]*") ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
