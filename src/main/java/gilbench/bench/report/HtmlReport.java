package gilbench.bench.report;

import gilbench.bench.result.RunResult;
import gilbench.scenario.Experiment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The report for people. */
final class HtmlReport {
    private HtmlReport() {}

    static String of(RunResult result) {
        return of(result, Supplement.NONE);
    }

    static String of(RunResult result, Supplement supplement) {
        RunView run = new RunView(result);
        ChartData data = ChartData.of(result, supplement.maps());
        Map<String, String> places = new HashMap<>();
        places.put("supplement", supplement.html());
        places.put("title", Html.escaped(result.plan().title()));
        places.put("name", Html.escaped(result.plan().name()));
        places.put("summary", Html.escaped(ConsoleReport.summary(result)));
        places.put("banner", banner(result));
        places.put("conclusions", Html.tables(ConclusionTable.of(result)));
        places.put("headlines", Headlines.of(run));
        places.put("programs", programs(run, data));
        places.put("loads", loads(run));
        places.put("predictions", Html.tables(PredictionTable.full(run)));
        places.put("order", Figures.order());
        places.put(
                "cells",
                Html.tables(LoadTables.full(run))
                        + Html.tables(UtilisationTable.full(run))
                        + Html.tables(ObjectiveTable.of(run))
                        + Html.tables(LoadTables.more(run)));
        places.put("findings", Html.table(FindingTable.of(result)));
        places.put(
                "parity",
                Html.table(SetupTables.deployments(result.plan()))
                        + Html.table(SetupTables.differences(result.plan())));
        places.put("setup", Html.table(SetupTables.environment(result)) + Html.table(SetupTables.launches(result)));
        places.put("glossary", Glossary.html());
        return HtmlFile.drawn(result.plan().title(), Template.fill(Resource.own("report.html"), places), data);
    }

    private static String banner(RunResult result) {
        String kind = switch (result.state()) {
            case COMPLETE -> "good";
            case INTERRUPTED -> "caution";
            case INVALID -> "bad";
        };
        String state = switch (result.state()) {
            case COMPLETE -> "The run is complete.";
            case INTERRUPTED -> "The run was interrupted: this is what it had by then.";
            case INVALID -> "The run is invalid: do not use its numbers before reading the findings.";
        };
        return "<aside class=\"banner " + kind + "\"><p><strong>" + state + "</strong> "
                + Html.escaped(ConsoleReport.verdicts(result)) + ".</p><p>" + Html.escaped(Words.intervals(result))
                + "</p></aside>";
    }

    private static String programs(RunView run, ChartData data) {
        return Figures.speedups(data) + Figures.elapsed(data) + Html.tables(ProgramTables.full(run));
    }

    private static String loads(RunView run) {
        String legend = Figures.legend(SeriesStyle.of(run.result().plan()));
        List<Experiment.Load> loads = run.loads();
        return IntStream.range(0, loads.size())
                .mapToObj(i -> Figures.load(
                        i, loads.get(i), legend, !run.predicted(loads.get(i)).isEmpty()))
                .collect(Collectors.joining());
    }
}
