package gilbench.service.web;

import io.netty.channel.EventLoop;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.reactive.function.server.ServerRequest;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;

/**
 * On which thread an answer is written.
 *
 * <p>It should be the thread that serves the request's connection, so that writing never costs a thread of the execution
 * anything: the same for all models. Besides, Reactor Netty 1.3.6 may lose the next request of a kept-alive connection when
 * another thread writes the answer (reactor-netty issue 4188).
 */
@FunctionalInterface
public interface ReturnPath {
    /** What runs the writing of the answer to {@code request}. */
    Executor of(ServerHttpRequest request);

    /** The event loop of the connection; the server must be Reactor Netty. */
    static ReturnPath eventLoop() {
        return request -> {
            HttpServerRequest http = ServerHttpRequestDecorator.getNativeRequest(request);
            return task ->
                    http.withConnection(connection -> runOn(connection.channel().eventLoop(), task));
        };
    }

    /** The thread that completed the answer. */
    static ReturnPath direct() {
        return _ -> Runnable::run;
    }

    private static void runOn(EventLoop loop, Runnable task) {
        if (loop.inEventLoop()) {
            task.run();
        } else {
            loop.execute(task);
        }
    }

    /** {@code writing} the answer to {@code request}, done on this path. */
    default Mono<Void> write(ServerHttpRequest request, Mono<Void> writing) {
        return writing.subscribeOn(Schedulers.fromExecutor(of(request)));
    }

    /** Emits the result of {@code future} on this path; the future goes on when the client hangs up. */
    default <T> Mono<T> bring(ServerRequest request, CompletableFuture<T> future) {
        boolean suppressCancel = true;
        Executor writer = of(request.exchange().getRequest());
        return Mono.fromFuture(future.thenApplyAsync(result -> result, writer), suppressCancel);
    }
}
