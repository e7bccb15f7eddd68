package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.ConcurrencyModel;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServeIT {
    private static final String CALIBRATION = "{\"units-per-second\":30000000.0}";

    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @EnumSource(ConcurrencyModel.class)
    void serve_everyModel_answersAllEndpointsAndMeters(ConcurrencyModel model) throws Exception {
        try (ServerProcess server = serve("--model", model.label())) {
            assertThat(json(server, "/status?delay=20ms")
                            .path("budget")
                            .path("io")
                            .asDouble())
                    .isGreaterThanOrEqualTo(20);
            assertThat(json(server, "/compute?cpu=5ms")
                            .path("budget")
                            .path("python")
                            .asDouble())
                    .isPositive();
            assertThat(json(server, "/mixed?profile=python:1ms,io:1s,native:1ms")
                            .path("outcome")
                            .asString())
                    .isEqualTo("completed");
            assertThat(json(server, "/deployment")
                            .path("deployment")
                            .path("model")
                            .asString())
                    .isEqualTo(model.label());
            assertThat(json(server, "/deployment/burner").path("speeds").size()).isPositive();
            assertThat(get(server, "/mixed").statusCode()).isEqualTo(400);
            assertThat(get(server, "/nothing").statusCode()).isEqualTo(404);
            assertThat(get(server, "/actuator/prometheus").body())
                    .contains("gil_hold_seconds_total", "jvm_compilation_time_ms_total", "process_cpu_time_ns_total")
                    .contains("model=\"" + model.label() + "\"")
                    .containsPattern("requests_seconds_count\\{endpoint=\"compute\".*outcome=\"completed\".*} 1");
        }
    }

    @Test
    void serve_documentsItself() throws Exception {
        try (ServerProcess server = serve()) {
            assertThat(json(server, "/actuator/health").path("status").asString())
                    .isEqualTo("UP");
            assertThat(json(server, "/actuator/health/readiness").path("status").asString())
                    .isEqualTo("UP");
            assertThat(get(server, "/actuator/info").statusCode()).isEqualTo(200);
            assertThat(get(server, "/actuator/env").statusCode()).isEqualTo(404);
            JsonNode paths = json(server, "/v3/api-docs").path("paths");
            assertThat(paths.propertyNames())
                    .containsExactlyInAnyOrder("/status", "/compute", "/mixed", "/deployment", "/predict");
            assertThat(paths.path("/predict").path("post").path("responses").propertyNames())
                    .contains("200", "400", "503");
            assertThat(paths.path("/status").path("get").path("responses").propertyNames())
                    .contains("200", "400", "503", "504");
            assertThat(get(server, "/swagger-ui/index.html").body()).contains("swagger-ui");
        }
    }

    @Test
    void predict_scenario_answersTheSameCellsAsTheCommand() throws Exception {
        try (ServerProcess server = serve("--predict-requests", "30000")) {
            HttpResponse<String> answer = post(server, "{\"profile\":\"python:2ms,io:8ms\",\"rate\":100,\"cores\":4}");
            JsonNode cell = JsonMapper.builder().build().readTree(answer.body()).at("/cells/0");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(cell.at("/throughput/value").asDouble()).isBetween(97.0, 103.0);
            assertThat(cell.at("/responseTime/p99/value").asDouble()).isBetween(0.01, 0.05);
            HttpResponse<String> much = post(server, "{\"profile\":\"python:2ms\",\"rate\":9,\"requests\":30001}");
            assertThat(much.statusCode()).isEqualTo(400);
            assertThat(much.body()).contains("must be at most 30000");
            assertThat(get(server, "/predict").statusCode()).isEqualTo(405);
        }
    }

    @Test
    void predict_switchedOff_isNotThere() throws Exception {
        try (ServerProcess server = serve("--predict-requests", "0")) {
            assertThat(post(server, "{}").statusCode()).isEqualTo(404);
        }
    }

    private HttpResponse<String> post(ServerProcess server, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + "/predict"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    @Test
    void sigterm_requestInFlight_isAnsweredBeforeTheExit() throws Exception {
        try (ServerProcess server = serve()) {
            CompletableFuture<HttpResponse<String>> inFlight =
                    http.sendAsync(request(server, "/status?delay=2s"), BodyHandlers.ofString());
            awaitInFlight(server);

            server.process().destroy();

            assertThat(inFlight.get(60, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void ctrlC_ofTheWholeTerminal_workersAnswerBeforeTheExit() throws Exception {
        try (ServerProcess server = serve("--model", "worker-processes", "--workers", "1")) {
            CompletableFuture<HttpResponse<String>> inFlight =
                    http.sendAsync(request(server, "/status?delay=2s"), BodyHandlers.ofString());
            awaitInFlight(server);

            server.interruptAll();

            assertThat(inFlight.get(60, TimeUnit.SECONDS).body()).contains("completed");
            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void stdinCloses_serverStops() throws Exception {
        try (ServerProcess server = serve("--until-stdin-closes")) {
            server.process().getOutputStream().close();

            assertThat(server.exitCode()).isZero();
        }
    }

    @Test
    void portInUse_isOneLineAndEnvironmentUnfit() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerProcess server = ServerProcess.start(
                        "serve",
                        "--calibration",
                        CALIBRATION,
                        "--delay-service",
                        "http://127.0.0.1:1",
                        "--port",
                        Integer.toString(taken.getLocalPort()))) {
            assertThat(server.exitCode()).isEqualTo(ExitCode.ENVIRONMENT_UNFIT.code());
            assertThat(server.errors())
                    .startsWith("gilbench: --port: " + taken.getLocalPort())
                    .hasLineCount(1);
        }
    }

    @Test
    void delayService_answersAndEndsWithItsParent() throws Exception {
        try (ServerProcess server = ServerProcess.start("delay-service", "--port", "0", "--until-stdin-closes")) {
            assertThat(get(server, "/delay/0").statusCode()).isEqualTo(200);

            server.process().getOutputStream().close();

            assertThat(server.exitCode()).isZero();
        }
    }

    private static ServerProcess serve(String... options) throws Exception {
        String[] command = new String[options.length + 5];
        System.arraycopy(new String[] {"serve", "--port", "0", "--calibration", CALIBRATION}, 0, command, 0, 5);
        System.arraycopy(options, 0, command, 5, options.length);
        return ServerProcess.start(command);
    }

    private void awaitInFlight(ServerProcess server) throws Exception {
        while (!get(server, "/actuator/prometheus")
                .body()
                .lines()
                .anyMatch(line -> line.startsWith("in_flight_requests") && line.endsWith(" 1.0"))) {
            Thread.onSpinWait();
        }
    }

    private JsonNode json(ServerProcess server, String path) throws Exception {
        HttpResponse<String> response = get(server, path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonMapper.shared().readTree(response.body());
    }

    private HttpResponse<String> get(ServerProcess server, String path) throws Exception {
        return http.send(request(server, path), BodyHandlers.ofString());
    }

    private static HttpRequest request(ServerProcess server, String path) throws Exception {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .timeout(Duration.ofSeconds(60))
                .build();
    }
}
