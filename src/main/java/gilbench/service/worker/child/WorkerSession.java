package gilbench.service.worker.child;

import gilbench.scenario.Outcome;
import gilbench.service.execution.Answer;
import gilbench.service.execution.Carrier;
import gilbench.service.execution.Request;
import gilbench.service.gil.GilStatistics;
import gilbench.service.interpreter.Burner;
import gilbench.service.interpreter.Calibrator;
import gilbench.service.interpreter.DelayPort;
import gilbench.service.worker.wire.Connection;
import gilbench.service.worker.wire.Frame;
import gilbench.service.worker.wire.ProtocolException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The conversation of one worker with its parent after the greeting. Answers are sent by the threads that carried the
 * requests; a request whose deadline passes is answered when its thread is free again, so that the parent knows.
 */
final class WorkerSession {
    private final Connection connection;
    private final Carrier carrier;
    private final Calibrator calibrator;
    private final Frame.Setup setup;
    private final Map<Long, CompletableFuture<Void>> unanswered = new ConcurrentHashMap<>();

    private WorkerSession(Connection connection, Carrier carrier, Calibrator calibrator, Frame.Setup setup) {
        this.connection = connection;
        this.carrier = carrier;
        this.calibrator = calibrator;
        this.setup = setup;
    }

    /** Connects to the parent, becomes what it says, and serves it until it hangs up. */
    static void serve(Path socket, Function<URI, DelayPort> delays) throws IOException {
        try (Connection connection = Connection.connect(socket)) {
            connection.send(
                    new Frame.Hello(Frame.VERSION, ProcessHandle.current().pid()));
            Optional<Frame> setup = connection.receive();
            if (setup.isPresent()) {
                serve(connection, (Frame.Setup) setup.get(), delays);
            }
        }
    }

    private static void serve(Connection connection, Frame.Setup setup, Function<URI, DelayPort> delays)
            throws IOException {
        Calibrator calibrator = Calibrator.create(Burner.create());
        calibrator.warmUp();
        try (Carrier carrier =
                Carrier.inProcess(setup.deployment(), setup.calibration(), delays.apply(setup.delayService()))) {
            connection.send(new Frame.Ready());
            new WorkerSession(connection, carrier, calibrator, setup).listen();
        }
    }

    private void listen() throws IOException {
        Optional<Frame> frame = connection.receive();
        while (frame.isPresent()) {
            heard(frame.get());
            frame = connection.receive();
        }
    }

    private void heard(Frame frame) throws ProtocolException {
        switch (frame) {
            case Frame.Request request -> carry(request);
            case Frame.BurnerCheck _ ->
                Thread.ofPlatform().daemon().name("gilbench-burner-check").start(this::checkBurner);
            case Frame.Drain _ -> {
                var _ = CompletableFuture.allOf(unanswered.values().toArray(CompletableFuture<?>[]::new))
                        .thenRun(() -> send(new Frame.Bye()));
            }
            default -> throw new ProtocolException("frame " + frame.type() + " after the handshake");
        }
    }

    private void carry(Frame.Request asked) {
        long now = System.nanoTime();
        Request request = new Request(asked.profile(), now, now + asked.remaining());
        CompletableFuture<Void> sent = request.answer().thenAccept(answer -> send(frame(asked.id(), answer)));
        unanswered.put(asked.id(), sent);
        var _ = sent.whenComplete((_, _) -> unanswered.remove(asked.id()));
        if (!carrier.accept(request)) {
            request.end(Outcome.REJECTED, "the worker has no place left");
        }
    }

    private Frame frame(long id, Answer answer) {
        GilStatistics gil = carrier.gils().getFirst();
        return new Frame.Answer(id, answer.outcome(), answer.budget(), gil, answer.detail());
    }

    private void checkBurner() {
        send(new Frame.BurnerSpeed(calibrator.speed(setup.calibration())));
    }

    /** Sends a frame; when that fails the session is over, and so is the process. */
    private void send(Frame frame) {
        try {
            connection.send(frame);
        } catch (IOException e) {
            connection.close();
        }
    }
}
