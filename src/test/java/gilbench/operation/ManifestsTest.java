package gilbench.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every manifest, read with the models of the Kubernetes client library, which take no field that they do not know. */
class ManifestsTest {
    private static final String HPA = "k8s/overlays/cluster/hpa.yaml";
    private static final Path BASE = Path.of("k8s/base/gilbench.yaml");

    static List<Path> manifests() {
        return files(file -> !file.getFileName().toString().startsWith("kustomization")
                && !file.getFileName().toString().endsWith("-values.yaml"));
    }

    static List<Path> kustomizations() {
        return files(file -> file.getFileName().toString().equals("kustomization.yaml"));
    }

    private static List<Path> files(Predicate<Path> wanted) {
        return Stream.concat(below(Path.of("k8s")).stream(), below(Path.of("wiremock")).stream())
                .filter(file -> file.toString().endsWith(".yaml"))
                .filter(wanted)
                .toList();
    }

    private static List<Path> below(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void manifest_everyOne_isAsItsModelSays(Path file) {
        assertThat(Yaml.all(file))
                .isNotEmpty()
                .allSatisfy(manifest ->
                        assertThatCode(() -> Manifest.check(manifest)).doesNotThrowAnyException());
    }

    @Test
    void check_fieldThatNobodyKnows_isRefused() {
        String deployment = Yaml.all(BASE).getFirst().toString();
        JsonNode wrong = Yaml.text(deployment.replace("readOnlyRootFilesystem", "readOnlyRootFileSystem"));

        assertThat(wrong).isNotEqualTo(Yaml.text(deployment));
        assertThatThrownBy(() -> Manifest.check(wrong)).hasMessageContaining("readOnlyRootFileSystem");
    }

    @Test
    void check_wrongFieldOfACustomResource_isRefused() throws IOException {
        String testRun = Files.readString(Path.of("k8s/overlays/load/testrun.yaml"));

        assertThatThrownBy(() -> Manifest.check(Yaml.text(testRun.replace("parallelism", "parallel"))))
                .hasMessageContaining("parallel");
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void kustomization_everyResource_isThere(Path file) {
        JsonNode kustomization = Yaml.one(file);

        assertThat(kustomization.path("kind").asString()).isEqualTo("Kustomization");
        assertThat(kustomization.path("resources").valueStream())
                .allSatisfy(
                        each -> assertThat(file.resolveSibling(each.asString())).exists());
        assertThat(kustomization
                        .path("configMapGenerator")
                        .valueStream()
                        .flatMap(each -> each.path("files").valueStream()))
                .allSatisfy(
                        each -> assertThat(file.resolveSibling(each.asString())).exists());
    }

    @Test
    void overlays_all_canBeBuilt() throws Exception {
        Command.needs("kustomize");

        for (String overlay : List.of("local", "cluster", "load")) {
            Command done = Command.run("kustomize", "build", "k8s/overlays/" + overlay);

            assertThat(done.exitCode()).as(done.output()).isZero();
        }
    }

    @Test
    void autoscaler_scalesOnTheGil_notOnCpu() {
        JsonNode metrics = Yaml.one(Path.of(HPA)).path("spec").path("metrics");
        JsonNode rule = Yaml.one(Path.of("k8s/overlays/cluster/prometheus-adapter-values.yaml"))
                .path("rules")
                .path("custom")
                .path(0);

        assertThat(metrics.valueStream().map(each -> each.path("type").asString()))
                .containsExactly("Pods");
        assertThat(metrics.path(0).path("pods").path("metric").path("name").asString())
                .isEqualTo(rule.path("name").path("as").asString());
        assertThat(rule.path("seriesQuery").asString()).startsWith("gil_hold_seconds_total{");
        assertThat(PromNames.ofEnum()).contains("gil_hold_seconds_total");
    }

    @Test
    void podsOfOurs_all_runWithoutPrivileges() {
        assertThat(Stream.of(BASE, Path.of("k8s/base/wiremock.yaml"))
                        .map(Yaml::all)
                        .map(List::getFirst))
                .allSatisfy(deployment -> {
                    JsonNode pod = deployment.path("spec").path("template").path("spec");
                    JsonNode container = pod.path("containers").path(0);
                    assertThat(pod.path("securityContext").path("runAsNonRoot").asBoolean())
                            .isTrue();
                    assertThat(container
                                    .path("securityContext")
                                    .path("readOnlyRootFilesystem")
                                    .asBoolean())
                            .isTrue();
                    assertThat(container.has("readinessProbe")).isTrue();
                    assertThat(container.path("resources").has("requests")).isTrue();
                });
    }

    @Test
    void delayService_inTheCluster_hasTheFlagsOfTheComposeFile() {
        JsonNode compose =
                Yaml.one(Path.of("docker-compose.yml")).path("services").path("wiremock");
        JsonNode container = Optional.of(
                        Yaml.all(Path.of("k8s/base/wiremock.yaml")).getFirst())
                .map(each -> each.path("spec")
                        .path("template")
                        .path("spec")
                        .path("containers")
                        .path(0))
                .orElseThrow();

        assertThat(container.path("args")).isEqualTo(compose.path("command"));
        assertThat(container.path("image")).isEqualTo(compose.path("image"));
    }
}
