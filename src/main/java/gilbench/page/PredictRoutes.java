package gilbench.page;

import gilbench.predict.Mix;
import gilbench.predict.Prediction;
import gilbench.predict.Scenario;
import gilbench.scenario.BoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** {@code POST /predict}: a scenario as JSON, what it would do as JSON, never more work than a limit. */
public final class PredictRoutes {
    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};
    private static final String PROBLEM = "urn:gilbench:problem/";
    private static final String RETRY_AFTER_SECONDS = "1";

    private final PredictionDesk desk;
    private final WorkLimit limit;
    private final Function<String, Mix> mixes;
    private final Function<Prediction, String> answers;

    private PredictRoutes(
            PredictionDesk desk, WorkLimit limit, Function<String, Mix> mixes, Function<Prediction, String> answers) {
        this.desk = desk;
        this.limit = limit;
        this.mixes = mixes;
        this.answers = answers;
    }

    /**
     * The endpoint.
     *
     * @param mixes reads the text form of a mix or a single profile
     * @param answers writes a prediction as JSON
     */
    public static RouterFunction<ServerResponse> of(
            PredictionDesk desk, WorkLimit limit, Function<String, Mix> mixes, Function<Prediction, String> answers) {
        PredictRoutes routes = new PredictRoutes(desk, limit, mixes, answers);
        return RouterFunctions.route()
                .POST("/predict", routes::handle)
                .route(
                        RequestPredicates.path("/predict"),
                        request ->
                                Mono.error(new MethodNotAllowedException(request.method(), List.of(HttpMethod.POST))))
                .build();
    }

    private Mono<ServerResponse> handle(ServerRequest request) {
        return request.bodyToMono(OBJECT)
                .switchIfEmpty(Mono.error(() -> notAnObject("nothing")))
                .onErrorMap(PredictRoutes::isMalformed, _ -> notAnObject("what was sent"))
                .map(values -> ScenarioBody.read(values, limit, mixes))
                .flatMap(this::predict)
                .onErrorResume(BoundException.class, PredictRoutes::badInput);
    }

    private Mono<ServerResponse> predict(Scenario scenario) {
        return desk.predict(scenario)
                .map(made -> Mono.fromFuture(made, true).flatMap(this::answer))
                .orElseGet(PredictRoutes::busy);
    }

    private Mono<ServerResponse> answer(Prediction prediction) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(answers.apply(prediction));
    }

    private static boolean isMalformed(Throwable failure) {
        return failure instanceof ServerWebInputException
                || failure instanceof DecodingException
                || failure instanceof DataBufferLimitException;
    }

    private static BoundException notAnObject(String value) {
        return new BoundException(
                "body", value, "must be a JSON object, such as {\"profile\":\"python:5ms\",\"rate\":50}");
    }

    private static Mono<ServerResponse> badInput(BoundException wrong) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("parameter", wrong.key());
        members.put("value", wrong.value());
        members.put("bound", wrong.bound());
        return problem(HttpStatus.BAD_REQUEST, "bad-input", "Bad input", String.valueOf(wrong.getMessage()), members);
    }

    private static Mono<ServerResponse> busy() {
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "rejected",
                "Rejected because another prediction is being made",
                "One prediction is made at a time",
                Map.of());
    }

    private static Mono<ServerResponse> problem(
            HttpStatus status, String type, String title, String detail, Map<String, Object> members) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", PROBLEM + type);
        problem.put("title", title);
        problem.put("status", status.value());
        problem.put("detail", detail);
        problem.putAll(members);
        return ServerResponse.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .headers(headers -> {
                    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
                        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
                    }
                })
                .bodyValue(problem);
    }
}
