package gilbench.service.worker.pool;

import gilbench.service.worker.wire.Connection;
import gilbench.service.worker.wire.Connections;
import gilbench.service.worker.wire.Frame;
import gilbench.service.worker.wire.ProtocolException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Starts worker processes and shakes hands with them.
 *
 * @param command to which the path of the socket is appended
 * @param patience how long a process may take from its start until it is ready
 */
record Launcher(List<String> command, Frame.Setup setup, Duration patience) {
    /**
     * Starts a process and waits until it is ready.
     *
     * @param started is told of the process at once, so that it can be killed meanwhile
     * @throws WorkerStartException when it ended, or did not become ready in time
     */
    Worker launch(int index, Consumer<WorkerProcess> started) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        try (Rendezvous rendezvous = Rendezvous.open()) {
            WorkerProcess process =
                    WorkerProcess.start(index, command, rendezvous.socket().toString());
            started.accept(process);
            try {
                return new Worker(index, process, connect(rendezvous, process, deadline));
            } catch (IOException e) {
                process.kill();
                throw new WorkerStartException(
                        "not ready: " + e.getMessage() + "; " + process.end() + process.lastLines(), e);
            }
        }
    }

    private Connections connect(Rendezvous rendezvous, WorkerProcess process, long deadline) throws IOException {
        List<Connection> all = new ArrayList<>();
        try {
            Optional<Connection> next = Optional.of(rendezvous.accept(process, left(deadline)));
            while (next.isPresent()) {
                all.add(next.get());
                shakeHands(next.get(), deadline);
                next = rendezvous.pending();
            }
            return Connections.of(all);
        } catch (IOException e) {
            all.forEach(Connection::close);
            throw e;
        }
    }

    private void shakeHands(Connection connection, long deadline) throws IOException {
        Frame hello = expect(connection, deadline);
        if (hello instanceof Frame.Hello(int version, long _) && version != Frame.VERSION) {
            throw new ProtocolException("hello: protocol version " + version + " must be " + Frame.VERSION);
        }
        connection.send(setup);
        expect(connection, deadline);
    }

    private static Frame expect(Connection connection, long deadline) throws IOException {
        try {
            return connection
                    .receive(left(deadline))
                    .orElseThrow(() -> new ProtocolException("it closed the connection before it was ready"));
        } catch (SocketTimeoutException e) {
            throw new SocketTimeoutException("it was not ready in time");
        }
    }

    private static Duration left(long deadline) {
        return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
    }
}
