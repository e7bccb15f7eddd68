package gilbench.service.worker.wire;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * One end of a Unix domain socket between the service and a worker process, speaking frames.
 *
 * <p>Any thread may send and never blocks; what the socket does not take at once is sent by the one thread that
 * receives. {@code sending} guards {@code unsent}, the choice of a selector, and the order of frames being that of their
 * states.
 */
public final class Connection implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    private final SocketChannel channel;
    private final Side side;
    private final Conversation conversation = new Conversation();
    private final FrameBuffer arrived = new FrameBuffer();

    private final ReentrantLock sending = new ReentrantLock();
    private final Queue<ByteBuffer> unsent = new ArrayDeque<>();
    private Selector selector;
    private SelectionKey key;

    private Connection(SocketChannel channel, Side side) throws IOException {
        this.channel = channel;
        this.side = side;
        channel.configureBlocking(false);
        this.selector = Selector.open();
        this.key = channel.register(selector, SelectionKey.OP_READ);
    }

    /** The {@code side} of an established connection, which it owns from now on. */
    public static Connection over(SocketChannel channel, Side side) throws IOException {
        return new Connection(channel, side);
    }

    /** Connects a child to the socket at {@code path}. */
    @SuppressWarnings("resource") // owned by the connection
    public static Connection connect(Path path) throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
            return over(channel, Side.CHILD);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Sends a frame, or keeps it to be sent as soon as the socket takes it.
     *
     * @throws ProtocolException when this side may not send it now
     * @throws IOException when the connection is broken or closed
     */
    public void send(Frame frame) throws IOException {
        sending.lock();
        try {
            conversation.frame(frame.type(), side);
            unsent.add(FrameCodec.encode(frame));
            if (unsent.size() == 1 && !flush()) {
                key.interestOpsOr(SelectionKey.OP_WRITE);
                selector.wakeup();
            }
        } finally {
            sending.unlock();
        }
    }

    private boolean flush() throws IOException {
        for (ByteBuffer bytes = unsent.peek(); bytes != null; bytes = unsent.peek()) {
            channel.write(bytes);
            if (bytes.hasRemaining()) {
                return false;
            }
            unsent.remove();
        }
        return true;
    }

    /**
     * Waits for the next frame; for one thread at a time.
     *
     * @return empty when the other side, or another thread of this one, has closed the connection
     * @throws ProtocolException when the frame is malformed, not allowed now, or cut off
     */
    public Optional<Frame> receive() throws IOException {
        return receive(0);
    }

    /**
     * Waits for the next frame for at most {@code within}.
     *
     * @throws SocketTimeoutException when none arrived
     */
    public Optional<Frame> receive(Duration within) throws IOException {
        return receive(Math.max(1, within.toMillis()));
    }

    private Optional<Frame> receive(long millis) throws IOException {
        try {
            long begun = System.nanoTime();
            Optional<Frame> frame = arrived.next();
            while (frame.isEmpty()) {
                await(millis, begun);
                if (key.isWritable()) {
                    flushKept();
                }
                if (!arrived.readFrom(channel)) {
                    return atEnd();
                }
                frame = arrived.next();
            }
            conversation.frame(frame.get().type(), side.other());
            return frame;
        } catch (ClosedChannelException | ClosedSelectorException | CancelledKeyException e) {
            return Optional.empty();
        }
    }

    /** Is heard by {@link #take} from now on, when {@code shared} says so, and no longer by {@link #receive}. */
    void hearThrough(Selector shared) throws IOException {
        sending.lock();
        try {
            selector.close();
            selector = shared;
            key = channel.register(shared, SelectionKey.OP_READ | (unsent.isEmpty() ? 0 : SelectionKey.OP_WRITE), this);
        } finally {
            sending.unlock();
        }
    }

    /**
     * Sends what the socket takes and hands over the frames that have arrived.
     *
     * @return false at the end of the stream
     */
    boolean take(Consumer<Frame> heard) throws IOException {
        if (key.isWritable()) {
            flushKept();
        }
        boolean open = arrived.readFrom(channel);
        for (Optional<Frame> frame = arrived.next(); frame.isPresent(); frame = arrived.next()) {
            conversation.frame(frame.get().type(), side.other());
            heard.accept(frame.get());
        }
        if (!open) {
            atEnd();
        }
        return open;
    }

    private void await(long millis, long begun) throws IOException {
        long left = millis == 0
                ? 0
                : millis - Duration.ofNanos(System.nanoTime() - begun).toMillis();
        if (millis > 0 && left <= 0) {
            throw new SocketTimeoutException("no frame within " + millis + " ms");
        }
        selector.select(left);
        selector.selectedKeys().clear();
    }

    private void flushKept() throws IOException {
        sending.lock();
        try {
            if (flush()) {
                key.interestOps(SelectionKey.OP_READ);
            }
        } finally {
            sending.unlock();
        }
    }

    private Optional<Frame> atEnd() throws ProtocolException {
        if (arrived.partial()) {
            throw new ProtocolException("the connection ended within a frame");
        }
        return Optional.empty();
    }

    /** Closes the connection; a receiving thread returns. */
    @Override
    public void close() {
        try {
            selector.close();
            channel.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the connection was not closed cleanly", e);
        }
    }
}
