package gilbench.operation;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.operation.Dashboard.Query;
import gilbench.service.telemetry.Meters;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

class DashboardTest {
    private static final Dashboard DASHBOARD = Dashboard.provisioned();

    static Stream<Query> queries() {
        return Stream.concat(DASHBOARD.panelQueries().stream(), DASHBOARD.annotationQueries().stream());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void query_everyOne_namesOnlyMetersThatExist(Query query) {
        assertThat(PromNames.in(query.expression())).isNotEmpty();
        assertThat(PromNames.unknownIn(query.expression())).isEmpty();
    }

    @Test
    void names_ofAQuery_areItsMetersAlone() {
        assertThat(PromNames.in(
                        "sum by (le) (rate(a_b_total{x=\"y\"}[5m])) / on (z) c:d or vector(0) unless e offset 15s"))
                .containsExactly("a_b_total", "c:d", "e");
        assertThat(PromNames.unknownIn("rate(gil_hold_seconds_total[1m]) + gil_held"))
                .containsExactly("gil_held");
    }

    @Test
    void everyMeter_ofTheEnum_isShownSomewhere() {
        Set<String> shown = queries()
                .flatMap(query -> PromNames.in(query.expression()).stream())
                .collect(Collectors.toSet());

        assertThat(Meters.values())
                .filteredOn(meter -> PromNames.of(meter).noneMatch(shown::contains))
                .as("on no panel")
                .containsExactly(Meters.OBJECTIVE_ERRORS);
    }

    @Test
    void rows_answerInThisOrder() {
        assertThat(DASHBOARD.rows())
                .containsExactly(
                        "Is the objective met, and is this run valid?",
                        "Latency",
                        "The GIL",
                        "Saturation",
                        "Prediction beside measurement");
    }

    @Test
    void variables_areTheTagsThatPeopleChooseBy() {
        assertThat(DASHBOARD.variables()).containsExactly("model", "interpreter", "endpoint", "run");
    }

    @Test
    void panels_eachHasItsOwnPlaceAndADescription() {
        List<JsonNode> panels = DASHBOARD.panels().toList();

        assertThat(panels.stream().map(panel -> panel.path("id").asInt())).doesNotHaveDuplicates();
        assertThat(panels.stream()
                        .map(panel -> panel.path("gridPos").path("x") + ","
                                + panel.path("gridPos").path("y")))
                .doesNotHaveDuplicates();
        assertThat(panels).filteredOn(panel -> panel.has("targets")).allSatisfy(panel -> {
            assertThat(panel.path("description").asString()).isNotBlank();
            assertThat(panel.path("datasource").path("uid").asString()).isEqualTo("prometheus");
        });
    }

    @Test
    void datasource_ofEveryPanel_isTheOneThatIsProvisioned() {
        JsonNode sources = Yaml.one(Path.of("grafana/provisioning/datasources/prometheus.yml"))
                .path("datasources");
        JsonNode provider = Yaml.one(Path.of("grafana/provisioning/dashboards/gilbench.yml"))
                .path("providers");

        assertThat(sources.path(0).path("uid").asString()).isEqualTo("prometheus");
        assertThat(Yaml.one(Path.of("docker-compose.yml"))
                        .path("services")
                        .path("grafana")
                        .path("volumes")
                        .toString())
                .contains(provider.path(0).path("options").path("path").asString());
    }
}
