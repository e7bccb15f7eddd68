package gilbench.service.web;

import static org.springframework.web.reactive.function.server.RequestPredicates.method;
import static org.springframework.web.reactive.function.server.RequestPredicates.path;

import com.fasterxml.jackson.annotation.JsonInclude;
import gilbench.scenario.text.ScenarioJson;
import gilbench.service.downstream.DelayRegistry;
import gilbench.service.execution.Execution;
import gilbench.service.telemetry.Endpoint;
import gilbench.service.telemetry.RequestMeters;
import java.util.List;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The endpoints of the service: one HTTP front for all concurrency models. */
public final class ServiceRoutes {
    private ServiceRoutes() {}

    /** The endpoints in front of {@code execution}. */
    public static RouterFunction<ServerResponse> of(
            Execution execution, ServiceDescription description, DelayRegistry delays, RequestMeters meters) {
        RequestParameters parameters = new RequestParameters(
                description.limits(), description.deployment().interpreter());
        RequestHandler requests = new RequestHandler(execution, delays, meters);
        BurnerHandler burner = new BurnerHandler(execution);
        return new Builder()
                .get("/status", r -> requests.handle(r, Endpoint.STATUS, parameters.status(r.queryParams())))
                .get("/compute", r -> requests.handle(r, Endpoint.COMPUTE, parameters.compute(r.queryParams())))
                .get("/mixed", r -> requests.handle(r, Endpoint.MIXED, parameters.mixed(r.queryParams())))
                .get("/deployment", r -> {
                    parameters.none(r.queryParams());
                    return ServerResponse.ok()
                            .contentType(MediaType.APPLICATION_JSON)
                            .bodyValue(description);
                })
                .get("/deployment/burner", _ -> burner.measure())
                .build();
    }

    /** The JSON form of everything that the endpoints answer. */
    public static JsonMapper json() {
        return JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
                .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .addModule(ScenarioJson.module())
                .build();
    }

    private static final class Builder {
        private final RouterFunctions.Builder routes = RouterFunctions.route();

        Builder get(String path, HandlerFunction<ServerResponse> handler) {
            routes.GET(path, handler);
            routes.route(
                    path(path).and(method(HttpMethod.GET).negate()),
                    request -> Mono.error(new MethodNotAllowedException(request.method(), List.of(HttpMethod.GET))));
            return this;
        }

        RouterFunction<ServerResponse> build() {
            return routes.build();
        }
    }
}
