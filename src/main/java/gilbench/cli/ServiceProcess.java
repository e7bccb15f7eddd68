package gilbench.cli;

import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.bench.runner.Machinery.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** A service in a process of its own, asked over HTTP about itself. */
record ServiceProcess(ChildProcess child, URI uri, Duration startUp) implements Service {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String COMPILATION = "jvm_compilation_time_ms_total";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Speeds(List<Double> speeds) {}

    @Override
    public Duration compilationTime() throws InterruptedException {
        return get("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(COMPILATION))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .map(millis -> Duration.ofNanos(Math.round(millis * 1e6)))
                .findFirst()
                .orElseThrow(() -> new MachineryException("the service does not tell its " + COMPILATION));
    }

    @Override
    public List<Double> burnerSpeed() throws InterruptedException {
        return JSON.readValue(get("/deployment/burner"), Speeds.class).speeds();
    }

    @Override
    public Duration cpu() {
        return child.cpu();
    }

    /** Processor time of the service's own process so far: its HTTP front alone, where workers carry requests out. */
    Duration frontCpu() {
        return child.ownCpu();
    }

    @Override
    public void close() {
        child.close();
    }

    private String get(String path) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri.resolve(path)).timeout(TIMEOUT).build();
        try {
            HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new MachineryException("the service answered " + answer.statusCode() + " to " + path);
            }
            return answer.body();
        } catch (IOException e) {
            child.cpu();
            throw new MachineryException("the service did not answer to " + path + ": " + e.getMessage());
        }
    }
}
