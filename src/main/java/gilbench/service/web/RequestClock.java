package gilbench.service.web;

import org.springframework.core.Ordered;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Notes when a request was first seen, before anything else is done about it. */
public final class RequestClock implements WebFilter, Ordered {
    private static final String SEEN = RequestClock.class.getName();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getAttributes().put(SEEN, System.nanoTime());
        return chain.filter(exchange);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    /** Nanoseconds since the request was first seen. */
    static long elapsed(ServerRequest request) {
        return System.nanoTime() - (long) request.attribute(SEEN).orElseThrow();
    }
}
