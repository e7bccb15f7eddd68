package gilbench.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ComposeTest {
    private static final JsonNode SERVICES =
            Yaml.one(Path.of("docker-compose.yml")).path("services");

    @Test
    void images_all_havePinnedVersions() {
        assertThat(SERVICES.properties())
                .allSatisfy(
                        service -> assertThat(service.getValue().path("image").asString())
                                .matches("[a-z0-9/]+:v?\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void ports_all_arePublishedOnLoopbackOnly() {
        assertThat(SERVICES.valueStream().flatMap(each -> each.path("ports").valueStream()))
                .isNotEmpty()
                .allSatisfy(port -> assertThat(port.asString()).startsWith("127.0.0.1:"));
    }

    @Test
    void startOrder_everyDependency_waitsForHealth() {
        assertThat(SERVICES.valueStream()
                        .flatMap(each -> each.path("depends_on").valueStream()))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(
                        each -> assertThat(each.path("condition").asString()).isEqualTo("service_healthy"));
    }

    @Test
    void shares_favourGeneratorAndStub() {
        int service = shares("gilbench");

        assertThat(shares("k6")).isGreaterThan(service);
        assertThat(shares("wiremock")).isGreaterThan(service);
        assertThat(shares("prometheus")).isLessThan(service);
        assertThat(SERVICES.valueStream().filter(each -> each.has("cpuset"))).isEmpty();
    }

    @Test
    void mounts_all_areThere() {
        assertThat(SERVICES.valueStream().flatMap(each -> each.path("volumes").valueStream()))
                .allSatisfy(
                        volume -> assertThat(volume.asString()).startsWith("./").endsWith(":ro"));
        assertThat(List.of("wiremock/mappings", "prometheus", "grafana/provisioning", "grafana/dashboards"))
                .allSatisfy(
                        folder -> assertThat(Files.isDirectory(Path.of(folder))).isTrue());
    }

    @Test
    void nothing_outlivesDown() {
        assertThat(Yaml.one(Path.of("docker-compose.yml")).has("volumes")).isFalse();
    }

    @Test
    void cpuSets_areAnOverrideOfTheSameServices() {
        JsonNode override = Yaml.one(Path.of("docker-compose.cpuset.yml")).path("services");

        assertThat(Set.copyOf(override.propertyNames())).isEqualTo(Set.copyOf(SERVICES.propertyNames()));
        assertThat(override.valueStream().map(each -> each.path("cpuset").asString()))
                .doesNotContain("");
    }

    @Test
    void delayService_isTunedAsTheEmbeddedOne() {
        Map<String, String> flags = Map.of(
                "--no-request-journal", "",
                "--async-response-enabled", "true",
                "--async-response-threads", "8",
                "--container-threads", "32",
                "--jetty-accept-queue-size", "4096",
                "--disable-gzip", "");

        assertThat(SERVICES.path("wiremock").path("command").valueStream().map(JsonNode::asString))
                .containsAll(flags.entrySet().stream()
                        .map(flag -> flag.getValue().isEmpty() ? flag.getKey() : flag.getKey() + "=" + flag.getValue())
                        .toList());
    }

    private static int shares(String service) {
        return SERVICES.path(service).path("cpu_shares").asInt();
    }
}
