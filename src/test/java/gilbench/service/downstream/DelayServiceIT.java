package gilbench.service.downstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelayServiceIT {
    private final HttpClient http = HttpClient.newHttpClient();
    private DelayServer server;
    private DelayClient client;

    @BeforeAll
    void start() throws IOException {
        server = DelayServer.start("127.0.0.1", 0);
        client = new DelayClient(server.uri());
    }

    @AfterAll
    void stop() {
        server.close();
        http.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void call_wholeSeconds_takesAtLeastThatLong(int seconds) throws Exception {
        assertThat(timed(() -> client.call(Duration.ofSeconds(seconds)))).isGreaterThanOrEqualTo(seconds * 1000L);
    }

    @Test
    void call_unknownMilliseconds_registersThemOnce() throws Exception {
        assertThat(timed(() -> client.call(Duration.ofMillis(123)))).isGreaterThanOrEqualTo(123);
        client.call(Duration.ofMillis(123));
        new DelayClient(server.uri()).call(Duration.ofMillis(123));
        client.register(List.of(Duration.ofMillis(123)));

        assertThat(mappings("/delay-ms/123")).isEqualTo(1);
    }

    @Test
    void register_beforeTheCall_isKnownToOthers() throws Exception {
        client.register(List.of(Duration.ofMillis(77), Duration.ofSeconds(1)));

        assertThat(get("/delay-ms/77").path("delay-ms").asInt()).isEqualTo(77);
        assertThat(mappings("/delay-ms/1000")).isZero();
    }

    @Test
    void callAsync_fiftyAtOnce_doNotWaitForOneAnother() throws Exception {
        client.register(List.of(Duration.ofMillis(200)));
        List<CompletableFuture<Void>> calls = IntStream.range(0, 50)
                .mapToObj(_ -> client.callAsync(Duration.ofMillis(200)))
                .toList();

        long millis = timed(() ->
                CompletableFuture.allOf(calls.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS));

        assertThat(millis).isLessThan(50 * 200 / 2);
    }

    @Test
    void callAsync_unknownMilliseconds_registersThem() throws Exception {
        client.callAsync(Duration.ofMillis(31)).get(60, TimeUnit.SECONDS);

        assertThat(mappings("/delay-ms/31")).isEqualTo(1);
    }

    @Test
    void journal_isOff() throws Exception {
        client.call(Duration.ZERO);

        HttpRequest count = HttpRequest.newBuilder(server.uri().resolve("/__admin/requests/count"))
                .POST(BodyPublishers.ofString("{\"method\": \"ANY\"}"))
                .build();

        assertThat(http.send(count, BodyHandlers.ofString()).body()).contains("\"requestJournalDisabled\" : true");
    }

    @Test
    void call_withoutService_failsAsIo() throws Exception {
        DelayServer gone = DelayServer.start("127.0.0.1", 0);
        gone.close();
        DelayClient lost = new DelayClient(gone.uri());

        assertThatThrownBy(() -> lost.call(Duration.ZERO)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> lost.callAsync(Duration.ZERO).get(60, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void call_moreDistinctDelaysThanTheBound_failsAsIo() throws Exception {
        DelayClient bounded = new DelayClient(server.uri(), new DelayRegistry(1));
        bounded.call(Duration.ofMillis(41));

        assertThatThrownBy(() -> bounded.call(Duration.ofMillis(42)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("at most 1");
        assertThatThrownBy(() -> bounded.callAsync(Duration.ofMillis(43)).get(60, TimeUnit.SECONDS))
                .hasCauseInstanceOf(IOException.class);
    }

    @Test
    void register_moreDelaysThanTheServiceTakes_isRefusedAndTheOthersGoOn() throws Exception {
        try (DelayServer small = DelayServer.start("127.0.0.1", 0, 2)) {
            DelayClient first = new DelayClient(small.uri());
            first.register(List.of(Duration.ofMillis(1), Duration.ofMillis(2)));
            new DelayClient(small.uri()).register(List.of(Duration.ofMillis(2)));

            assertThatThrownBy(() -> first.call(Duration.ofMillis(3)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("403");
            first.call(Duration.ofMillis(1));
            first.call(Duration.ZERO);
        }
    }

    @Test
    void start_portInUse_failsAsIo() {
        assertThatThrownBy(() ->
                        DelayServer.start("127.0.0.1", server.uri().getPort()).close())
                .isInstanceOf(IOException.class)
                .hasMessageContaining(Integer.toString(server.uri().getPort()));
    }

    private long mappings(String path) throws Exception {
        return get("/__admin/mappings")
                .path("mappings")
                .valueStream()
                .filter(mapping ->
                        mapping.path("request").path("urlPath").asString("").equals(path))
                .count();
    }

    private JsonNode get(String path) throws Exception {
        URI address = server.uri().resolve(path);
        return JsonMapper.shared()
                .readTree(http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                        .body());
    }

    private static long timed(Action action) throws Exception {
        long began = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }

    private interface Action {
        void run() throws Exception;
    }
}
