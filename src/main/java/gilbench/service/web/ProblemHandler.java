package gilbench.service.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers every request that no endpoint could answer with problem details. */
public final class ProblemHandler implements WebExceptionHandler, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);
    private static final int BEFORE_SPRING_BOOT = -2;

    private final JsonMapper json;

    /** A handler that writes with {@code json}. */
    public ProblemHandler(JsonMapper json) {
        this.json = json;
    }

    @Override
    public int getOrder() {
        return BEFORE_SPRING_BOOT;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        return switch (failure) {
            case BadInputException bad -> write(response, Problem.badInput(bad));
            case ResponseStatusException status -> {
                response.getHeaders().putAll(status.getHeaders());
                yield write(response, Problem.ofStatus(status.getStatusCode(), detail(exchange)));
            }
            default -> {
                LOG.error("{} failed", exchange.getRequest().getURI(), failure);
                yield write(response, Problem.failed(failure.getClass().getSimpleName()));
            }
        };
    }

    private static String detail(ServerWebExchange exchange) {
        return exchange.getRequest().getMethod() + " "
                + exchange.getRequest().getPath().value();
    }

    private Mono<Void> write(ServerHttpResponse response, Problem problem) {
        response.setRawStatusCode(problem.status());
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(json.writeValueAsBytes(problem))));
    }
}
