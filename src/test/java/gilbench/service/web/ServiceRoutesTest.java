package gilbench.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.Calibration;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Limits;
import gilbench.scenario.Outcome;
import gilbench.scenario.TimeBudget;
import gilbench.service.downstream.DelayRegistry;
import gilbench.service.execution.Answer;
import gilbench.service.telemetry.RequestMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ServiceRoutesTest {
    private static final TimeBudget BUDGET = TimeBudget.within(3_000_000, 1_000_000, 500_000, 1_000_000, 0, 0);

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @ParameterizedTest
    @CsvSource({
        "REJECTED, 503",
        "DEADLINE_PASSED, 504",
        "DOWNSTREAM_FAILED, 502",
        "FAILED, 500",
        "WORKER_LOST, 500",
    })
    void compute_requestThatDidNotComplete_isAProblemWithItsBudget(Outcome outcome, int status) {
        EntityExchangeResult<byte[]> result = get(answering(outcome), "/compute");

        assertThat(result.getStatus().value()).isEqualTo(status);
        assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(result.getResponseHeaders().getFirst("Server-Timing")).contains("queue;dur=1.0");
        assertThat(result.getResponseHeaders().getFirst("Retry-After")).isEqualTo(status == 503 ? "1" : null);
        JsonNode problem = json(result);
        assertThat(problem.path("type").asString()).endsWith("/" + outcome.label());
        assertThat(problem.path("detail").asString()).isEqualTo("because");
        assertThat(problem.path("budget").path("gil-wait").asDouble()).isEqualTo(0.5);
        assertThat(count("compute", outcome)).isEqualTo(1);
    }

    @Test
    void mixed_completed_answersProfileAndBudget() {
        EntityExchangeResult<byte[]> result = get(answering(Outcome.COMPLETED), "/mixed?profile=python:1ms,native:0ms");

        assertThat(result.getStatus().value()).isEqualTo(200);
        JsonNode answer = json(result);
        assertThat(answer.propertyNames()).containsExactly("status", "outcome", "profile", "budget");
        assertThat(answer.path("status").asString()).isEqualTo("ok");
        assertThat(answer.path("outcome").asString()).isEqualTo("completed");
        assertThat(answer.path("profile").asString()).isEqualTo("python:1ms,native:0ms");
        assertThat(answer.path("budget").propertyNames())
                .containsExactly("queue", "gil-wait", "python", "native", "io", "other", "total");
        assertThat(result.getResponseHeaders().getFirst("Server-Timing")).contains("total;dur=");
        assertThat(count("mixed", Outcome.COMPLETED)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/status?delay=61s, delay, 61s, at most",
        "/compute?cpu=1h, cpu, 1h, unit",
        "/compute?cpu=1ms&iterations=1, iterations, 1, together",
        "/mixed, profile, '', must be given",
        "/deployment?x=1, x, 1, unknown",
    })
    void badParameter_isAProblemThatNamesIt(String path, String parameter, String value, String bound) {
        EntityExchangeResult<byte[]> result = get(answering(Outcome.COMPLETED), path);

        assertThat(result.getStatus().value()).isEqualTo(400);
        assertThat(result.getResponseHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        JsonNode problem = json(result);
        assertThat(problem.path("type").asString()).endsWith("/bad-input");
        assertThat(problem.path("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.path("value").asString()).isEqualTo(value);
        assertThat(problem.path("bound").asString()).contains(bound);
    }

    @Test
    void status_tooManyDistinctDelays_isBadInputThatNamesTheBound() {
        WebTestClient client = answering(Outcome.COMPLETED);

        assertThat(get(client, "/status?delay=1ms").getStatus().value()).isEqualTo(200);
        EntityExchangeResult<byte[]> result = get(client, "/status?delay=2ms");

        assertThat(result.getStatus().value()).isEqualTo(400);
        assertThat(json(result).path("parameter").asString()).isEqualTo("delay");
        assertThat(json(result).path("bound").asString()).contains("at most 1");
    }

    @Test
    void otherMethod_is405WithAllow() {
        EntityExchangeResult<byte[]> result = answering(Outcome.COMPLETED)
                .method(HttpMethod.POST)
                .uri("/status")
                .exchange()
                .expectBody()
                .returnResult();

        assertThat(result.getStatus().value()).isEqualTo(405);
        assertThat(result.getResponseHeaders().getAllow()).containsExactly(HttpMethod.GET);
        assertThat(json(result).path("type").asString()).endsWith("/method-not-allowed");
    }

    @Test
    void unknownPath_is404() {
        EntityExchangeResult<byte[]> result = get(answering(Outcome.COMPLETED), "/nothing");

        assertThat(result.getStatus().value()).isEqualTo(404);
        assertThat(json(result).path("type").asString()).endsWith("/not-found");
    }

    @Test
    void executionThatBreaksItsPromise_is500() {
        WebTestClient client = client(CompletableFuture.failedFuture(new IllegalStateException("broken")));

        EntityExchangeResult<byte[]> result = get(client, "/compute");

        assertThat(result.getStatus().value()).isEqualTo(500);
        assertThat(json(result).path("type").asString()).endsWith("/failed");
    }

    @Test
    void deployment_saysWhatIsServed() {
        JsonNode body = json(get(answering(Outcome.COMPLETED), "/deployment"));

        assertThat(body.path("version").asString()).isEqualTo("1.2.3");
        assertThat(body.path("deployment").path("model").asString()).isEqualTo("event-loop");
        assertThat(body.path("deployment").path("interpreter").path("kind").asString())
                .isEqualTo("gil");
        assertThat(body.path("limits").path("steps").asInt()).isEqualTo(32);
    }

    @Test
    void burner_answersTheSpeeds() {
        JsonNode body = json(get(answering(Outcome.COMPLETED), "/deployment/burner"));

        assertThat(body.path("speeds").valueStream().map(JsonNode::asDouble)).containsExactly(0.99, 1.01);
    }

    private long count(String endpoint, Outcome outcome) {
        return registry.get("requests")
                .tags("endpoint", endpoint, "outcome", outcome.label())
                .timer()
                .count();
    }

    private static EntityExchangeResult<byte[]> get(WebTestClient client, String path) {
        return client.get().uri(URI.create(path)).exchange().expectBody().returnResult();
    }

    private static JsonNode json(EntityExchangeResult<byte[]> result) {
        return JsonMapper.shared().readTree(result.getResponseBodyContent());
    }

    private WebTestClient answering(Outcome outcome) {
        return client(CompletableFuture.completedFuture(new Answer(outcome, BUDGET, "because")));
    }

    private WebTestClient client(CompletableFuture<Answer> answer) {
        JsonMapper json = ServiceRoutes.json();
        HandlerStrategies strategies = HandlerStrategies.empty()
                .webFilter(new RequestClock())
                .exceptionHandler(new ProblemHandler(json, ReturnPath.direct()))
                .codecs(codecs -> {
                    codecs.registerDefaults(true);
                    codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(json));
                    codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(json));
                })
                .build();
        return WebTestClient.bindToRouterFunction(ServiceRoutes.of(
                        new FakeExecution(answer),
                        ReturnPath.direct(),
                        description(),
                        new DelayRegistry(1),
                        new RequestMeters(registry, Defaults.OBJECTIVE)))
                .handlerStrategies(strategies)
                .build();
    }

    private static ServiceDescription description() {
        return new ServiceDescription(
                "1.2.3",
                "none",
                Deployment.of(ConcurrencyModel.EVENT_LOOP, Interpreter.of(InterpreterKind.GIL), 2),
                Limits.DEFAULT,
                Defaults.OBJECTIVE,
                new Calibration(1e8),
                URI.create("http://127.0.0.1:1"));
    }
}
