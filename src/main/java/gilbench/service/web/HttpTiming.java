package gilbench.service.web;

import gilbench.service.telemetry.HttpMeters;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Records every HTTP answer when it is about to be written, whoever answers. */
public final class HttpTiming implements WebFilter, Ordered {
    private static final int OK = 200;

    private final HttpMeters meters;

    /** Records in {@code meters}. */
    public HttpTiming(HttpMeters meters) {
        this.meters = meters;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        long began = System.nanoTime();
        exchange.getResponse().beforeCommit(() -> {
            record(exchange, System.nanoTime() - began);
            return Mono.empty();
        });
        return chain.filter(exchange);
    }

    private void record(ServerWebExchange exchange, long nanos) {
        HttpStatusCode status = exchange.getResponse().getStatusCode();
        meters.record(
                exchange.getRequest().getMethod().name(),
                exchange.getRequest().getPath().value(),
                status == null ? OK : status.value(),
                nanos);
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }
}
