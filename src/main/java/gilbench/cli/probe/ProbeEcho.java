package gilbench.cli.probe;

import gilbench.cpython.probe.ProbeKind;
import gilbench.cpython.probe.ProbeThreads;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Answers one client, which is another process and measures; both sides have the same client. */
final class ProbeEcho extends ProbeActor {
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private @Nullable Process client;
    private @Nullable NativeSocket connection;

    ProbeEcho(ProbeThreads role, int number) {
        super(role, number);
    }

    @Override
    void prepare(List<String> command) throws IOException {
        try (NativeSocket listener = NativeSocket.listening()) {
            List<String> arguments = new ArrayList<>(command);
            arguments.addAll(List.of("client", "127.0.0.1", Integer.toString(listener.port())));
            client = new ProcessBuilder(arguments)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            connection = listener.accept();
        }
    }

    @Override
    void act(ProbeStage stage) throws IOException {
        NativeSocket peer = Objects.requireNonNull(connection);
        send(stage, peer);
        while (!stage.isOver(System.nanoTime())) {
            receive(stage, peer);
            send(stage, peer);
            did(1);
        }
    }

    @Override
    void finish() throws IOException, InterruptedException {
        Objects.requireNonNull(connection).close();
        Process ended = Objects.requireNonNull(client);
        String said = new String(ended.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ended.waitFor();
        ProbeJson.tree(said).forEach(each -> waited(each.asLong()));
    }

    /** Processor time in nanoseconds of one send and one receive in the calling thread, nobody beside it: the best round. */
    static double pairNanos(ProbeStage stage, int rounds, int pairs) throws IOException {
        try (NativeSocket listener = NativeSocket.listening();
                NativeSocket ours = NativeSocket.connectedTo(listener.port());
                NativeSocket theirs = listener.accept()) {
            double best = Double.MAX_VALUE;
            for (int i = 0; i < rounds; i++) {
                best = Math.min(best, pairNanos(stage, pairs, ours, theirs));
            }
            return best;
        }
    }

    private static double pairNanos(ProbeStage stage, int pairs, NativeSocket ours, NativeSocket theirs)
            throws IOException {
        ProbeEcho echo = new ProbeEcho(new ProbeThreads(ProbeKind.ECHO, 1, Duration.ZERO, Duration.ZERO), 0);
        long began = CPU.getCurrentThreadCpuTime();
        for (int i = 0; i < pairs; i++) {
            echo.send(stage, ours);
            echo.receive(stage, theirs);
        }
        return (double) (CPU.getCurrentThreadCpuTime() - began) / pairs;
    }

    private void send(ProbeStage stage, NativeSocket peer) throws IOException {
        stage.burnCall();
        stage.gil().drop();
        try {
            peer.send();
        } finally {
            stage.gil().take();
        }
    }

    private void receive(ProbeStage stage, NativeSocket peer) throws IOException {
        stage.burnCall();
        stage.gil().drop();
        try {
            peer.receive();
        } finally {
            stage.gil().take();
        }
    }
}
