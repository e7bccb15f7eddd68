package gilbench.service.web;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.http.server.reactive.AbstractServerHttpRequest;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

/**
 * Brings a result back to the thread that serves the request's connection, so that writing the answer never costs a
 * thread of the execution anything: the same for all models.
 */
final class ReturnPath {
    private static final boolean SUPPRESS_CANCEL = true;

    private ReturnPath() {}

    /** Emits the result of {@code future} on the event loop of the connection of {@code request}. */
    static <T> Mono<T> toConnection(ServerRequest request, CompletableFuture<T> future) {
        return Mono.fromFuture(future.thenApplyAsync(result -> result, loopOf(request)), SUPPRESS_CANCEL);
    }

    private static Executor loopOf(ServerRequest request) {
        if (request.exchange().getRequest() instanceof AbstractServerHttpRequest http
                && http.getNativeRequest() instanceof HttpServerRequest netty) {
            return task -> netty.withConnection(
                    connection -> connection.channel().eventLoop().execute(task));
        }
        return Runnable::run;
    }
}
