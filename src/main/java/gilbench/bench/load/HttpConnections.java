package gilbench.bench.load;

import gilbench.bench.result.End;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/**
 * HTTP/1.1 connections that are kept and used again, the last used first, all on one event loop.
 *
 * <p>The pool's own bound lies above any bound on requests in flight, so that no request ever waits in it: it gets an idle
 * connection or a new one, or it ends as not connected. Nothing is sent twice.
 */
final class HttpConnections implements AutoCloseable {
    private static final int ABOVE_ANY_IN_FLIGHT = 1 << 20;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final LoopResources loops = LoopResources.create("gilbench-load", 1, true);
    private final EventLoopGroup group = loops.onClient(true);
    private final ConnectionProvider pool = ConnectionProvider.builder("gilbench-load")
            .maxConnections(ABOVE_ANY_IN_FLIGHT)
            .lifo()
            .build();
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final HttpClient client;

    /** Each connection is given to {@code opened} before it is used. */
    HttpConnections(Consumer<Channel> opened) {
        client = HttpClient.create(pool)
                .runOn(loops)
                .disableRetry(true)
                .followRedirect(false)
                .doOnChannelInit((observer, channel, remote) -> {
                    channels.add(channel);
                    opened.accept(channel);
                });
    }

    /** The event loop of all connections, also good for timers. */
    ScheduledExecutorService loop() {
        return group;
    }

    /** A caller of one address. */
    Caller caller(URI address, Duration timeout, Function<Reply, End> end) {
        return new HttpCaller(client(timeout).get().uri(address), end, this::abort);
    }

    /** One answer of one address. */
    Mono<Reply> ask(URI address, Duration timeout) {
        return HttpCaller.reply(client(timeout).get().uri(address));
    }

    private HttpClient client(Duration timeout) {
        Duration connect = timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT;
        return client.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.max(1, connect.toMillis()))
                .responseTimeout(timeout)
                .doOnRequest((request, connection) -> HttpCaller.sent(request.currentContextView()));
    }

    private void abort() {
        channels.close().awaitUninterruptibly(CLOSING.toMillis());
    }

    @Override
    public void close() {
        abort();
        pool.dispose();
        loops.dispose();
    }
}
