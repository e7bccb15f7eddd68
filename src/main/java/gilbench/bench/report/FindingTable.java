package gilbench.bench.report;

import gilbench.bench.report.Table.Column;
import gilbench.bench.report.Table.Entry;
import gilbench.bench.result.Cell;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Launch;
import gilbench.bench.result.RunResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every finding once, with where it was made and what to do about it. */
final class FindingTable {
    private static final int NAMED = 2;

    private FindingTable() {}

    static Table of(RunResult result) {
        return table(places(result));
    }

    /** One row for each type of finding, with what was seen first. */
    static Table brief(RunResult result) {
        Map<FindingType, Finding> first = new EnumMap<>(FindingType.class);
        Map<Finding, List<String>> brief = new LinkedHashMap<>();
        places(result).forEach((finding, places) -> {
            Finding shown = first.computeIfAbsent(finding.type(), each -> finding);
            brief.computeIfAbsent(shown, each -> new ArrayList<>()).addAll(places);
        });
        return table(brief);
    }

    private static Table table(Map<Finding, List<String>> places) {
        List<List<Entry>> rows = places.entrySet().stream()
                .map(each -> row(each.getKey(), each.getValue()))
                .toList();
        return new Table(
                "Findings",
                List.of(
                        Column.text("Finding"),
                        Column.text("Where"),
                        Column.text("What was seen"),
                        Column.text("Advice")),
                rows,
                rows.isEmpty() ? "None: every gate held everywhere." : "");
    }

    private static Map<Finding, List<String>> places(RunResult result) {
        Map<Finding, List<String>> places = new LinkedHashMap<>();
        result.findings().forEach(finding -> at(places, finding, "run"));
        for (Launch launch : result.launches()) {
            launch.findings()
                    .forEach(finding -> at(
                            places,
                            finding,
                            "launch " + launch.index() + " "
                                    + launch.deployment().name()));
        }
        for (Cell cell : result.cells()) {
            cell.findings().forEach(finding -> at(places, finding, cell.key().toString()));
        }
        return places;
    }

    private static void at(Map<Finding, List<String>> places, Finding finding, String place) {
        places.computeIfAbsent(finding, each -> new ArrayList<>()).add(place);
    }

    private static List<Entry> row(Finding finding, List<String> places) {
        return List.of(
                Words.finding(finding),
                Entry.of(where(places)),
                Entry.of(finding.message()),
                Entry.of(finding.type().advice()));
    }

    private static String where(List<String> places) {
        return places.size() <= NAMED
                ? String.join("; ", places)
                : places.getFirst() + " and " + (places.size() - 1) + " more";
    }
}
