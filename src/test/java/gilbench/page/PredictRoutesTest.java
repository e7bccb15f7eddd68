package gilbench.page;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.predict.Mix;
import gilbench.predict.Prediction;
import gilbench.scenario.Limits;
import gilbench.scenario.text.ProfileText;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

class PredictRoutesTest {
    private static final String ASKED = "{\"profile\":\"python:1ms\",\"rate\":5,\"requests\":2000}";

    private final PredictionDesk desk = new PredictionDesk();

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void predict_scenario_answersWhatTheFormMakesOfThePrediction() {
        EntityExchangeResult<byte[]> result = post(
                client(each -> "{\"throughput\":" + Math.round(each.throughput().value()) + "}"), ASKED);

        assertThat(result.getStatus().value()).isEqualTo(200);
        assertThat(body(result)).isEqualTo("{\"throughput\":5}");
    }

    @Test
    void predict_moreThanTheLimit_400NamesTheLimit() {
        EntityExchangeResult<byte[]> result = post(client(Prediction::toString), ASKED.replace("2000", "9000"));

        assertThat(result.getStatus().value()).isEqualTo(400);
        assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(body(result)).contains("bad-input", "\"parameter\":\"requests\"", "must be at most 5000");
    }

    @Test
    void predict_notAnObject_400SaysWhatIsWanted() {
        for (String wrong : new String[] {"", "[1]", "{", "nonsense"}) {
            EntityExchangeResult<byte[]> result = post(client(Prediction::toString), wrong);
            assertThat(result.getStatus().value()).as(wrong).isEqualTo(400);
            assertThat(body(result)).contains("must be a JSON object");
        }
    }

    @Test
    void predict_whileAnotherIsMade_503WithRetryAfter() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        PredictionDesk slow = new PredictionDesk(_ -> {
            begun.countDown();
            awaitUninterruptibly(end);
            throw new IllegalStateException("not of interest");
        });
        WebTestClient client = client(slow, Prediction::toString);
        CompletableFuture<EntityExchangeResult<byte[]>> first =
                CompletableFuture.supplyAsync(() -> post(client, ASKED));
        begun.await();

        EntityExchangeResult<byte[]> second = post(client, ASKED);
        end.countDown();
        first.join();

        assertThat(second.getStatus().value()).isEqualTo(503);
        assertThat(second.getResponseHeaders().getFirst("Retry-After")).isEqualTo("1");
        assertThat(body(second)).contains("urn:gilbench:problem/rejected");
        slow.close();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private WebTestClient client(Function<Prediction, String> form) {
        return client(desk, form);
    }

    private static WebTestClient client(PredictionDesk desk, Function<Prediction, String> form) {
        return WebTestClient.bindToRouterFunction(
                        PredictRoutes.of(desk, new WorkLimit(5_000), PredictRoutesTest::mix, form))
                .configureClient()
                .responseTimeout(Duration.ofMinutes(1))
                .build();
    }

    private static Mix mix(String text) {
        return Mix.of(ProfileText.parse(text, Limits.DEFAULT));
    }

    private static EntityExchangeResult<byte[]> post(WebTestClient client, String body) {
        return client.post()
                .uri("/predict")
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static String body(EntityExchangeResult<byte[]> result) {
        byte[] body = result.getResponseBodyContent();
        return body == null ? "" : new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }
}
