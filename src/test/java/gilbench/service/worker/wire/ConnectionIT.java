package gilbench.service.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
final class ConnectionIT {
    private static final Frame SETUP = GoldenFrames.named("setup");

    @TempDir
    private Path directory;

    private SocketChannel raw;
    private Connection parent;

    @BeforeEach
    void connect() throws IOException {
        Path socket = directory.resolve("s");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(socket));
            raw = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            parent = Connection.over(listener.accept(), Side.PARENT);
        }
    }

    @AfterEach
    void close() throws IOException {
        parent.close();
        raw.close();
    }

    private Connection child() throws IOException {
        return Connection.over(raw, Side.CHILD);
    }

    private Connection serving() throws IOException {
        Connection child = child();
        child.send(new Frame.Hello(1, 1));
        parent.receive();
        parent.send(SETUP);
        child.receive();
        child.send(new Frame.Ready());
        parent.receive();
        return child;
    }

    @Test
    void send_moreThanTheSocketTakes_neverBlocksAndArrivesInOrder() throws Exception {
        Connection child = serving();
        int frames = 20_000;
        RequestProfile profile = RequestProfile.of(StepKind.IO, Duration.ZERO);
        for (int id = 0; id < frames; id++) {
            parent.send(new Frame.Request(id, 0, profile));
        }
        CompletableFuture<Void> sending = CompletableFuture.runAsync(this::receiveUntilClosed);
        for (int id = 0; id < frames; id++) {
            assertThat(child.receive()).contains(new Frame.Request(id, 0, profile));
        }
        child.close();
        sending.get(20, TimeUnit.SECONDS);
    }

    private void receiveUntilClosed() {
        try {
            assertThat(parent.receive()).isEmpty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void receive_nothingComes_timesOut() {
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> parent.receive(Duration.ofMillis(20)));
    }

    @Test
    void receive_otherSideCloses_isEmpty() throws IOException {
        raw.close();
        assertThat(parent.receive()).isEmpty();
    }

    @Test
    void receive_closedByAnotherThread_isEmpty() throws Exception {
        CompletableFuture<Optional<Frame>> received = new CompletableFuture<>();
        Thread receiver = Thread.ofPlatform().start(() -> {
            try {
                received.complete(parent.receive());
            } catch (IOException e) {
                received.completeExceptionally(e);
            }
        });
        parent.close();
        assertThat(received.get(20, TimeUnit.SECONDS)).isEmpty();
        receiver.join();
    }

    @Test
    void receive_frameCutOff_isAProtocolError() throws IOException {
        raw.write(ByteBuffer.wrap(new byte[] {0, 0, 0, 15, 1, 0}));
        raw.close();
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> parent.receive())
                .withMessageContaining("within a frame");
    }

    @Test
    void receive_frameOutOfTurn_isAProtocolError() throws IOException {
        raw.write(FrameCodec.encode(new Frame.Ready()));
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> parent.receive())
                .withMessage("frame READY is not allowed in state OPENED");
    }

    @Test
    void send_outOfTurn_isAProtocolError() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> parent.send(SETUP))
                .withMessage("frame SETUP is not allowed in state OPENED");
    }
}
