package gilbench.operation;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Grafana dashboard as it is provisioned. */
record Dashboard(JsonNode json) {
    /** A query of a panel or an annotation, with the variables of the dashboard in it. */
    record Query(String title, String expression) {
        /** The query as Grafana sends it when every variable is "All". */
        String toAll(String interval) {
            return expression
                    .replace("$__rate_interval", interval)
                    .replaceAll("\\$(model|interpreter|endpoint|run)\\b", ".*");
        }

        @Override
        public String toString() {
            return title + ": " + expression;
        }
    }

    static Dashboard provisioned() {
        return new Dashboard(JsonMapper.shared().readTree(Path.of("grafana/dashboards/gilbench.json")));
    }

    List<String> rows() {
        return panels().filter(panel -> type(panel).equals("row"))
                .map(Dashboard::title)
                .toList();
    }

    List<String> variables() {
        return json.path("templating")
                .path("list")
                .valueStream()
                .map(each -> each.path("name").asString())
                .toList();
    }

    Stream<JsonNode> panels() {
        return json.path("panels").valueStream();
    }

    List<Query> panelQueries() {
        return panels().flatMap(panel -> panel.path("targets")
                        .valueStream()
                        .map(target ->
                                new Query(title(panel), target.path("expr").asString())))
                .toList();
    }

    List<Query> annotationQueries() {
        return json.path("annotations")
                .path("list")
                .valueStream()
                .map(each -> new Query(
                        each.path("name").asString(), each.path("expr").asString()))
                .toList();
    }

    /** The only query of the panel with this title. */
    Query query(String title) {
        return panelQueries().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    static String title(JsonNode panel) {
        return panel.path("title").asString();
    }

    static String type(JsonNode panel) {
        return panel.path("type").asString();
    }
}
