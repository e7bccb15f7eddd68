package gilbench.service.downstream;

import gilbench.scenario.BoundException;
import gilbench.service.interpreter.DelayPort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Calls the delay service over HTTP/1.1: the same class in every process and every concurrency model.
 *
 * <p>The HTTP client is created on the first call. A delay that the delay service does not know answers 404; then it is
 * registered and called again. A call may take 10 s longer than its delay. Thread-safe.
 *
 * <p>The client's own tasks run on its selector thread, because handing a discarded body over to a pool would cost more
 * processor time than the task itself. What depends on an asynchronous call runs on the common pool.
 */
public final class DelayClient implements DelayPort {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NOT_FOUND = 404;
    private static final int ALREADY_THERE = 422;

    private final URI service;
    private final DelayRegistry registry;
    private volatile @Nullable HttpClient http;

    /** A client of the delay service at {@code service}. */
    public DelayClient(URI service) {
        this(service, new DelayRegistry());
    }

    DelayClient(URI service, DelayRegistry registry) {
        this.service = service;
        this.registry = registry;
    }

    private HttpClient http() {
        HttpClient known = http;
        return known != null ? known : newHttp();
    }

    private synchronized HttpClient newHttp() {
        HttpClient known = http;
        if (known == null) {
            known = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(GRACE)
                    .executor(Runnable::run)
                    .build();
            http = known;
        }
        return known;
    }

    /**
     * Blocks until the answer is there.
     *
     * @throws IOException when the call failed or its answer was not a success
     * @throws InterruptedException when the thread was interrupted while waiting
     */
    public void call(Duration delay) throws IOException, InterruptedException {
        HttpRequest request = request(delay);
        int status = send(request);
        if (status == NOT_FOUND && DelayPath.needsRegistration(delay)) {
            register(delay);
            status = send(request);
        }
        check(status, request);
    }

    @Override
    public CompletableFuture<Void> callAsync(Duration delay) {
        HttpRequest request = request(delay);
        return sendAsync(request)
                .thenCompose(status -> status == NOT_FOUND && DelayPath.needsRegistration(delay)
                        ? registerAndSend(delay, request)
                        : CompletableFuture.completedFuture(status))
                .thenCompose(status -> checked(status, request));
    }

    /**
     * Registers delays before they are asked for.
     *
     * @throws IOException when the delay service cannot be reached or refuses, or the delays are more than the bound
     */
    public void register(Collection<Duration> delays) throws IOException, InterruptedException {
        for (Duration delay : delays) {
            if (DelayPath.needsRegistration(delay)) {
                register(delay);
            }
        }
    }

    private void register(Duration delay) throws IOException, InterruptedException {
        HttpRequest request = registration(delay);
        int status = send(request);
        if (status != CREATED && status != ALREADY_THERE) {
            throw refused(status, request);
        }
    }

    private CompletableFuture<Integer> registerAndSend(Duration delay, HttpRequest request) {
        try {
            return sendAsync(registration(delay)).thenCompose(_ -> sendAsync(request));
        } catch (IOException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private HttpRequest request(Duration delay) {
        return HttpRequest.newBuilder(service.resolve(DelayPath.of(delay)))
                .timeout(delay.plus(GRACE))
                .build();
    }

    private HttpRequest registration(Duration delay) throws IOException {
        try {
            registry.admit(delay);
        } catch (BoundException e) {
            throw new IOException(e.getMessage(), e);
        }
        return HttpRequest.newBuilder(service.resolve("/__admin/mappings"))
                .timeout(GRACE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(DelayPath.mapping(delay)))
                .build();
    }

    private int send(HttpRequest request) throws IOException, InterruptedException {
        return http().send(request, BodyHandlers.discarding()).statusCode();
    }

    private CompletableFuture<Integer> sendAsync(HttpRequest request) {
        return http().sendAsync(request, BodyHandlers.discarding()).thenApply(HttpResponse::statusCode);
    }

    private static CompletableFuture<Void> checked(int status, HttpRequest request) {
        return status == OK
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.failedFuture(refused(status, request));
    }

    private static void check(int status, HttpRequest request) throws IOException {
        if (status != OK) {
            throw refused(status, request);
        }
    }

    private static IOException refused(int status, HttpRequest request) {
        return new IOException("delay service answered " + status + " to " + request.uri());
    }
}
