package gilbench.service.worker.wire;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** All connections with one worker process after the handshake, heard by one thread. */
public final class Connections implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Connections.class.getName());

    private final List<Connection> all;
    private final Selector selector;
    private final Queue<Frame> heard = new ArrayDeque<>();

    private Connections(List<Connection> all, Selector selector) {
        this.all = all;
        this.selector = selector;
    }

    /** Takes over {@code all}, of which the first is the one for everything but requests if there are several. */
    public static Connections of(List<Connection> all) throws IOException {
        Connections together = new Connections(List.copyOf(all), Selector.open());
        for (Connection each : all) {
            each.hearThrough(together.selector);
        }
        return together;
    }

    /** The one over which everything is said that is no request. */
    public Connection control() {
        return all.getFirst();
    }

    /** Those over which requests are said: all but the control, or that one when there is no other. */
    public List<Connection> lanes() {
        return all.size() == 1 ? all : all.subList(1, all.size());
    }

    /** Every connection. */
    public List<Connection> all() {
        return all;
    }

    /**
     * Waits for the next frame on any connection; for one thread at a time.
     *
     * @return empty when one of them has been closed by either side
     * @throws ProtocolException when a frame is malformed, not allowed now, or cut off
     */
    public Optional<Frame> receive() throws IOException {
        try {
            boolean open = true;
            while (open && heard.isEmpty()) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    open &= ((Connection) key.attachment()).take(heard::add);
                }
                selector.selectedKeys().clear();
            }
            return Optional.ofNullable(heard.poll());
        } catch (ClosedChannelException | ClosedSelectorException | CancelledKeyException e) {
            return Optional.empty();
        }
    }

    /** Closes all of them; a receiving thread returns. */
    @Override
    public void close() {
        all.forEach(Connection::close);
        try {
            selector.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the connections were not closed cleanly", e);
        }
    }
}
