package gilbench.operation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/** What a service answers to a scrape. */
record Scrape(String text) {
    static Scrape of(String service) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/actuator/prometheus"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new Scrape(http.send(request, BodyHandlers.ofString()).body());
        }
    }

    Stream<String> lines() {
        return text.lines();
    }

    /** The sum of all series of {@code name}. */
    double sum(String name) {
        return lines().filter(line -> line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
