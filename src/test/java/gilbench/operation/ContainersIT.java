package gilbench.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Our image on a real engine, beside the images of WireMock, k6 and Prometheus as the compose file names and configures
 * them. Skipped, with the reason, where no engine answers.
 */
@Timeout(600)
class ContainersIT {
    private static final String IMAGE = "gilbench:under-test";
    private static final JsonNode COMPOSE =
            Yaml.one(Path.of("docker-compose.yml")).path("services");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final List<AutoCloseable> CLOSING = new ArrayList<>();
    private static Network network;
    private static GenericContainer<?> service;

    @BeforeAll
    static void start() throws Exception {
        Assumptions.assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "no container engine answers");
        Command.needs("docker");
        build();
        network = Network.newNetwork();
        CLOSING.add(network);
        GenericContainer<?> wiremock = container("wiremock")
                .withCopyFileToContainer(MountableFile.forHostPath("wiremock/mappings"), "/home/wiremock/mappings")
                .withExposedPorts(8080)
                .waitingFor(Wait.forHttp("/__admin/health").forPort(8080));
        begin(wiremock);
        service = service("worker-processes", "--workers=2");
        begin(service);
    }

    /** From what Maven has built here, so that nothing is compiled twice. */
    private static void build() throws Exception {
        Command done = Command.run("docker", "build", "-q", "-t", IMAGE, "--build-context", "dist=target", ".");
        assertThat(done.exitCode()).as(done.output()).isZero();
    }

    private static void begin(GenericContainer<?> container) {
        CLOSING.addFirst(container);
        container.start();
    }

    private static GenericContainer<?> container(String name) {
        JsonNode composed = COMPOSE.path(name);
        String[] command =
                composed.path("command").valueStream().map(JsonNode::asString).toArray(String[]::new);
        return new GenericContainer<>(
                        DockerImageName.parse(composed.path("image").asString()))
                .withNetwork(network)
                .withNetworkAliases(name)
                .withCommand(command)
                .withStartupTimeout(PATIENCE);
    }

    private static GenericContainer<?> service(String model, String... options) {
        List<String> command = new ArrayList<>(
                List.of("serve", "--host=0.0.0.0", "--model=" + model, "--delay-service=http://wiremock:8080"));
        command.addAll(List.of(options));
        return new GenericContainer<>(DockerImageName.parse(IMAGE))
                .withNetwork(network)
                .withNetworkAliases("gilbench")
                .withCommand(command.toArray(String[]::new))
                .withExposedPorts(8080)
                .withTmpFs(Map.of("/tmp", "rw"))
                .withCreateContainerCmdModifier(create -> {
                    var host = create.getHostConfig();
                    if (host != null) {
                        host.withReadonlyRootfs(true).withMemory(1_610_612_736L);
                    }
                })
                .waitingFor(Wait.forHealthcheck())
                .withStartupTimeout(PATIENCE);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable each : CLOSING) {
            each.close();
        }
    }

    @Test
    void status_waitsOnTheDelayServiceOfTheOtherContainer() throws Exception {
        HttpResponse<String> answer = get(service, "/status?delay=200ms");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JsonMapper.shared()
                        .readTree(answer.body())
                        .path("budget")
                        .path("io")
                        .asDouble())
                .isGreaterThanOrEqualTo(200);
    }

    @Test
    void container_runsWithoutRootAndWritesNowhere() throws Exception {
        assertThat(service.execInContainer("id", "-u").getStdout().strip()).isEqualTo("10001");
        assertThat(service.execInContainer("touch", "/opt/gilbench/written").getExitCode())
                .isNotZero();
    }

    @Test
    void workerKilled_isCountedAndReplaced() throws Exception {
        double lost = Scrape.of(url(service)).sum("workers_lost_workers_total");

        var killed = service.execInContainer(
                "bash",
                "-c",
                "for p in /proc/[0-9]*; do grep -qs WorkerChil[d] $p/cmdline && kill -9 ${p#/proc/} && exit 0; done; exit 1");

        assertThat(killed.getExitCode()).as(killed.getStderr()).isZero();
        await().atMost(PATIENCE).untilAsserted(() -> {
            Scrape now = Scrape.of(url(service));
            assertThat(now.sum("workers_lost_workers_total")).isGreaterThan(lost);
            assertThat(now.sum("workers_restarted_workers_total")).isPositive();
            assertThat(now.sum("workers_up_workers")).isEqualTo(2);
        });
        assertThat(get(service, "/compute?cpu=1ms").statusCode()).isEqualTo(200);
    }

    @Test
    void k6Script_againstTheService_keepsItsThresholds() throws Exception {
        try (GenericContainer<?> k6 = container("k6")) {
            k6.withCopyFileToContainer(MountableFile.forHostPath("k6"), "/k6")
                    .withCommand("run", "/k6/status.js")
                    .withEnv(Map.of("BASE_URL", "http://gilbench:8080", "RATE", "4", "DURATION", "10s"))
                    .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(PATIENCE));

            k6.start();

            assertThat(k6.getLogs()).contains("requests, 0 dropped");
        }
    }

    @Test
    void prometheus_asComposed_scrapesTheService() throws Exception {
        try (GenericContainer<?> prometheus = container("prometheus")) {
            prometheus
                    .withCopyFileToContainer(MountableFile.forHostPath("prometheus"), "/etc/prometheus")
                    .withExposedPorts(9090)
                    .waitingFor(Wait.forHttp("/api/v1/query?query=up%7Bjob%3D%22gilbench%22%7D%3D%3D1")
                            .forPort(9090)
                            .forResponsePredicate(body -> body.contains("\"value\"")));

            prometheus.start();

            assertThat(prometheus.isRunning()).isTrue();
        }
    }

    @Test
    void sigterm_requestInFlight_isAnsweredBeforeTheExit() throws Exception {
        try (GenericContainer<?> draining = service("thread-per-request")) {
            draining.withNetworkAliases("draining").start();
            CompletableFuture<HttpResponse<String>> inFlight = HttpClient.newHttpClient()
                    .sendAsync(request(draining, "/status?delay=3s"), BodyHandlers.ofString());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Scrape.of(url(draining)).sum("in_flight_requests"))
                            .isEqualTo(1));

            draining.getDockerClient()
                    .stopContainerCmd(draining.getContainerId())
                    .withTimeout(60)
                    .exec();

            assertThat(inFlight.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(draining.getCurrentContainerInfo().getState().getExitCodeLong())
                    .isZero();
        }
    }

    @Test
    void image_otherCommands_runToo() throws Exception {
        Command dryRun =
                Command.run("docker", "run", "--rm", "--read-only", "--tmpfs", "/tmp", IMAGE, "run", "--dry-run");
        Command wrong = Command.run("docker", "run", "--rm", IMAGE, "serve", "--threads", "0");

        assertThat(dryRun.exitCode()).as(dryRun.output()).isZero();
        assertThat(wrong.exitCode()).as(wrong.output()).isEqualTo(2);
    }

    private static String url(GenericContainer<?> container) {
        return "http://" + container.getHost() + ":" + container.getMappedPort(8080);
    }

    private static HttpRequest request(GenericContainer<?> container, String path) {
        return HttpRequest.newBuilder(URI.create(url(container) + path))
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    private static HttpResponse<String> get(GenericContainer<?> container, String path)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request(container, path), BodyHandlers.ofString());
        }
    }
}
