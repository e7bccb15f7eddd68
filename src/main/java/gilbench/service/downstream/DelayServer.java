package gilbench.service.downstream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.common.Slf4jNotifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import gilbench.scenario.Defaults;
import java.io.IOException;
import java.net.URI;

/**
 * The embedded delay service: a WireMock that answers {@code /delay/0} to {@code /delay/10} after so many seconds, and
 * whatever is registered through its admin API.
 *
 * <p>It uses mapping files and the admin API alone, so that the official image with {@code wiremock/} mounted behaves
 * alike. The request journal is off and answers are asynchronous: a delay occupies no container thread.
 */
public final class DelayServer implements AutoCloseable {
    private static final int CONTAINER_THREADS = 32;
    private static final int RESPONSE_THREADS = 8;
    private static final int ACCEPTORS = 1;
    private static final int ACCEPT_QUEUE = 4096;
    private static final long IDLE_MILLIS = 300_000;
    private static final long STOP_MILLIS = 1_000;

    private final WireMockServer server;
    private final URI uri;

    private DelayServer(WireMockServer server, URI uri) {
        this.server = server;
        this.uri = uri;
    }

    /**
     * Starts a delay service that takes {@link Defaults#MAX_DELAYS} delays at most.
     *
     * @param port 0 for any free port
     * @throws IOException when the address cannot be bound
     */
    public static DelayServer start(String host, int port) throws IOException {
        return start(host, port, Defaults.MAX_DELAYS);
    }

    /**
     * Starts a delay service.
     *
     * @param port 0 for any free port
     * @param mostDelays how many distinct delays can be registered, at least 1; further ones are refused with 403
     * @throws IOException when the address cannot be bound
     */
    public static DelayServer start(String host, int port, int mostDelays) throws IOException {
        MappingBound bound = new MappingBound(mostDelays);
        WireMockServer server = new WireMockServer(configuration(host, port).extensions(bound));
        try {
            server.start();
            bound.begin();
        } catch (FatalStartupException e) {
            throw new IOException("delay service cannot listen on " + host + " port " + port, e);
        }
        return new DelayServer(
                server, URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + server.port()));
    }

    private static WireMockConfiguration configuration(String host, int port) {
        return WireMockConfiguration.options()
                .bindAddress(host)
                .port(port)
                .usingFilesUnderClasspath("wiremock")
                .disableRequestJournal()
                .asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(RESPONSE_THREADS)
                .containerThreads(CONTAINER_THREADS)
                .jettyAcceptors(ACCEPTORS)
                .jettyAcceptQueueSize(ACCEPT_QUEUE)
                .jettyIdleTimeout(IDLE_MILLIS)
                .jettyStopTimeout(STOP_MILLIS)
                .gzipDisabled(true)
                .http2PlainDisabled(true)
                .notifier(new Slf4jNotifier(false));
    }

    /** Where it answers. */
    public URI uri() {
        return uri;
    }

    /** Stops answering and frees the port. */
    @Override
    public void close() {
        server.stop();
    }
}
