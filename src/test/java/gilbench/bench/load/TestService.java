package gilbench.bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerResponse;

/** A service that answers as a test says; the number of a request counts from 0. */
final class TestService implements AutoCloseable {
    private final DisposableServer server;
    private final AtomicInteger requests = new AtomicInteger();

    TestService(IntFunction<Mono<TestAnswer>> answers) {
        server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle((request, response) -> answers.apply(requests.getAndIncrement())
                        .flatMap(answer -> send(response, answer, request.uri())))
                .bindNow();
    }

    static TestService answering(TestAnswer answer) {
        return new TestService(n -> Mono.just(answer));
    }

    static TestService after(Duration delay) {
        return new TestService(n -> Mono.delay(delay).map(tick -> TestAnswer.OK));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    int requests() {
        return requests.get();
    }

    private static Mono<Void> send(HttpServerResponse response, TestAnswer answer, String uri) {
        String body = answer.body().replace("{profile}", uri.substring(uri.indexOf('=') + 1));
        response.status(answer.status()).header("Server-Timing", answer.serverTiming());
        return response.sendString(Mono.just(body)).then();
    }

    @Override
    public void close() {
        server.disposeNow();
    }

    /** One answer; {@code {profile}} in the body stands for what was asked. */
    record TestAnswer(int status, String serverTiming, String body) {
        static final String TIMING =
                "queue;dur=1, gil-wait;dur=2, python;dur=3, native;dur=4, io;dur=5, other;dur=6.5, total;dur=21.5";

        static final TestAnswer OK = new TestAnswer(
                200, TIMING, "{\"status\":\"ok\",\"outcome\":\"completed\",\"profile\":\"{profile}\",\"budget\":{}}");

        static TestAnswer problem(int status, String type) {
            return new TestAnswer(status, "", "{\"type\":\"https://gilbench.example/problems/" + type + "\"}");
        }
    }
}
