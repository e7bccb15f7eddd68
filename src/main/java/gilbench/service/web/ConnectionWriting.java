package gilbench.service.web;

import org.reactivestreams.Publisher;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Has every answer written on its return path, also those of endpoints that work on threads of their own. */
public final class ConnectionWriting implements WebFilter {
    private final ReturnPath path;

    /** A filter that writes on {@code path}. */
    public ConnectionWriting(ReturnPath path) {
        this.path = path;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        return chain.filter(
                exchange.mutate().response(new Response(exchange, path)).build());
    }

    private static final class Response extends ServerHttpResponseDecorator {
        private final ServerWebExchange exchange;
        private final ReturnPath path;

        Response(ServerWebExchange exchange, ReturnPath path) {
            super(exchange.getResponse());
            this.exchange = exchange;
            this.path = path;
        }

        @Override
        public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
            return path.write(exchange.getRequest(), super.writeWith(body));
        }

        @Override
        public Mono<Void> writeAndFlushWith(Publisher<? extends Publisher<? extends DataBuffer>> body) {
            return path.write(exchange.getRequest(), super.writeAndFlushWith(body));
        }

        @Override
        public Mono<Void> setComplete() {
            return path.write(exchange.getRequest(), super.setComplete());
        }
    }
}
