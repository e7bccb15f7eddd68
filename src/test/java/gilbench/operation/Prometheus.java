package gilbench.operation;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus with our rules that scrapes one service each second, killed when closed. */
final class Prometheus implements AutoCloseable {
    private static final String READY = "Server is ready to receive web requests";

    private final Process process;
    private final URI uri;
    private final HttpClient http = HttpClient.newHttpClient();

    private Prometheus(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Skipped, with the reason, where there is no Prometheus on PATH. */
    static Prometheus scraping(URI service, Path folder) throws IOException {
        Command.needs("prometheus");
        Path config = folder.resolve("prometheus.yml");
        Files.copy(Path.of("prometheus/rules.yml"), folder.resolve("rules.yml"));
        Files.writeString(
                config,
                Files.readString(Path.of("prometheus/prometheus.yml"))
                        .replace("gilbench:8080", service.getAuthority())
                        .replaceAll("_interval: 5s", "_interval: 1s"));
        String address = "127.0.0.1:" + freePort();
        Process process = new ProcessBuilder(
                        "prometheus",
                        "--config.file=" + config,
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=" + address,
                        "--web.enable-remote-write-receiver")
                .redirectErrorStream(true)
                .start();
        awaitReady(process);
        return new Prometheus(process, URI.create("http://" + address));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitReady(Process process) throws IOException {
        BufferedReader lines = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains(READY)) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                return;
            }
        }
        throw new IOException("Prometheus ended: " + said);
    }

    URI uri() {
        return uri;
    }

    /** What a query returns now: a list of series with their value. */
    JsonNode query(String expression) throws IOException, InterruptedException {
        String query = URLEncoder.encode(expression, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(uri.resolve("/api/v1/query?query=" + query))
                .timeout(Duration.ofSeconds(30))
                .build();
        JsonNode answer = JsonMapper.shared()
                .readTree(http.send(request, BodyHandlers.ofString()).body());
        if (!answer.path("status").asString().equals("success")) {
            throw new IOException(expression + ": " + answer.path("error").asString());
        }
        return answer.path("data").path("result");
    }

    /** The value of the only series that a query returns. */
    double value(String expression) throws IOException, InterruptedException {
        return Double.parseDouble(
                query(expression).path(0).path("value").path(1).asString());
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
