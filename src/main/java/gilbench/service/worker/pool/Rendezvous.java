package gilbench.service.worker.pool;

import gilbench.service.worker.wire.Connection;
import gilbench.service.worker.wire.Side;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;

/** A socket in a directory that only this user may enter, where one worker process connects. */
final class Rendezvous implements AutoCloseable {
    private static final int MOST_PENDING = 4096;

    private final Path directory;
    private final Path socket;
    private final ServerSocketChannel listener;

    private Rendezvous(Path directory, ServerSocketChannel listener) {
        this.directory = directory;
        this.socket = directory.resolve("worker");
        this.listener = listener;
    }

    static Rendezvous open() throws IOException {
        Path directory = Files.createTempDirectory(
                "gilbench-", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Rendezvous rendezvous = new Rendezvous(directory, ServerSocketChannel.open(StandardProtocolFamily.UNIX));
        try {
            rendezvous.listener.bind(UnixDomainSocketAddress.of(rendezvous.socket), MOST_PENDING);
            return rendezvous;
        } catch (IOException e) {
            rendezvous.close();
            throw e;
        }
    }

    Path socket() {
        return socket;
    }

    /**
     * Waits until the process connects.
     *
     * @throws SocketTimeoutException when it does not within {@code within}
     * @throws IOException when it ended instead
     */
    Connection accept(WorkerProcess process, Duration within) throws IOException {
        long deadline = System.nanoTime() + within.toNanos();
        try (Selector selector = Selector.open()) {
            listener.configureBlocking(false);
            listener.register(selector, SelectionKey.OP_ACCEPT);
            process.onExit(selector::wakeup);
            while (true) {
                SocketChannel channel = listener.accept();
                if (channel != null) {
                    return Connection.over(channel, Side.PARENT);
                }
                await(process, selector, deadline);
            }
        }
    }

    /** A further connection of the process that is there already, if there is one; after {@link #accept}. */
    Optional<Connection> pending() throws IOException {
        SocketChannel channel = listener.accept();
        return channel == null ? Optional.empty() : Optional.of(Connection.over(channel, Side.PARENT));
    }

    private static void await(WorkerProcess process, Selector selector, long deadline) throws IOException {
        long left = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("it did not connect in time");
        }
        if (!process.isAlive()) {
            throw new IOException("it ended before it connected");
        }
        selector.select(left);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        Files.deleteIfExists(socket);
        Files.deleteIfExists(directory);
    }
}
