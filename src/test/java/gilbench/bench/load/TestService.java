package gilbench.bench.load;

import io.netty.channel.ChannelId;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;

/** A service on one event loop that answers as a test says; the number of a request counts from 0. */
final class TestService implements AutoCloseable {
    private final LoopResources loops = LoopResources.create("test-service", 1, true);
    private final DisposableServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private final Set<ChannelId> connections = ConcurrentHashMap.newKeySet();
    private final IntFunction<Mono<TestAnswer>> answers;

    TestService(IntFunction<Mono<TestAnswer>> answers) {
        this.answers = answers;
        this.server = HttpServer.create()
                .runOn(loops)
                .host("127.0.0.1")
                .port(0)
                .doOnConnection(
                        connection -> connections.add(connection.channel().id()))
                .handle(this::handle)
                .bindNow();
    }

    static TestService answering(TestAnswer answer) {
        return new TestService(n -> Mono.just(answer));
    }

    static TestService after(Duration delay) {
        return new TestService(n -> Mono.delay(delay).map(tick -> TestAnswer.OK));
    }

    /** Answers at once, but holds the whole service for a while at one request. */
    static TestService stallingOnceAt(int request, Duration stall) {
        return new TestService(n -> {
            long until = System.nanoTime() + (n == request ? stall.toNanos() : 0);
            while (System.nanoTime() < until) {
                LockSupport.parkNanos(until - System.nanoTime());
            }
            return Mono.just(TestAnswer.OK);
        });
    }

    /** Interrupts {@code thread} when the request of this number comes, and never answers. */
    static TestService interrupting(int request, Thread thread) {
        return new TestService(n -> {
            if (n == request) {
                thread.interrupt();
            }
            return Mono.never();
        });
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    int requests() {
        return requests.get();
    }

    int connections() {
        return connections.size();
    }

    private Mono<Void> handle(HttpServerRequest request, HttpServerResponse response) {
        String asked = request.uri().substring(request.uri().indexOf('=') + 1);
        String profile = asked.contains(":") ? asked : "io:" + asked;
        return answers.apply(requests.getAndIncrement()).flatMap(answer -> {
            response.status(answer.status()).header("Server-Timing", answer.serverTiming());
            return response.sendString(Mono.just(answer.body().replace("{profile}", profile)))
                    .then();
        });
    }

    @Override
    public void close() {
        server.disposeNow();
        loops.dispose();
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
