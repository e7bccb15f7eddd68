package gilbench.service.execution;

import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.TimeBudget;
import gilbench.service.interpreter.Burner;
import gilbench.service.interpreter.Calibrator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** What all models have in common around their carrier: the bound on requests in flight, the deadline, the drain. */
final class BoundedExecution implements Execution {
    private final Carrier carrier;
    private final Deployment deployment;
    private final Calibration calibration;
    private final Gate gate;
    private final ScheduledThreadPoolExecutor deadlines;
    private final ReentrantLock measuring = new ReentrantLock();
    private final Calibrator calibrator = Calibrator.create(Burner.create());

    BoundedExecution(Carrier carrier, Deployment deployment, Calibration calibration) {
        this.carrier = carrier;
        this.deployment = deployment;
        this.calibration = calibration;
        this.gate = new Gate(deployment.maxInFlight());
        this.deadlines = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("gilbench-deadlines").factory());
        deadlines.setRemoveOnCancelPolicy(true);
    }

    @Override
    public CompletableFuture<Answer> submit(RequestProfile profile) {
        long now = System.nanoTime();
        return switch (gate.enter()) {
            case ADMITTED ->
                handOver(new Request(profile, now, now + deployment.deadline().toNanos()));
            case FULL ->
                rejected("max-in-flight: as many requests as allowed (" + deployment.maxInFlight() + ") are in flight");
            case CLOSED -> rejected("the service is closing");
        };
    }

    private CompletableFuture<Answer> handOver(Request request) {
        CompletableFuture<Answer> answered = new CompletableFuture<>();
        Future<?> timer =
                deadlines.schedule(() -> expire(request), request.deadline() - System.nanoTime(), TimeUnit.NANOSECONDS);
        var _ = request.answer().thenAccept(answer -> {
            timer.cancel(false);
            gate.leave(() -> answered.complete(answer));
        });
        if (!carrier.accept(request)) {
            request.end(
                    Outcome.REJECTED, "queue: as many requests as allowed (" + deployment.queue() + ") are waiting");
        }
        return answered;
    }

    private void expire(Request request) {
        if (request.expire()) {
            carrier.withdraw(request);
        }
    }

    private static CompletableFuture<Answer> rejected(String detail) {
        return CompletableFuture.completedFuture(new Answer(Outcome.REJECTED, TimeBudget.NONE, detail));
    }

    @Override
    public ExecutionStatistics statistics() {
        return new ExecutionStatistics(
                carrier.queued(),
                gate.inFlight(),
                carrier.gils(),
                carrier.steps(),
                carrier.workersUp(),
                carrier.workersLost(),
                carrier.workersRestarted());
    }

    @Override
    public List<Double> burnerSpeeds() throws InterruptedException {
        measuring.lockInterruptibly();
        try {
            List<Double> speeds = new ArrayList<>();
            speeds.add(calibrator.speed(calibration));
            speeds.addAll(carrier.workerSpeeds());
            return List.copyOf(speeds);
        } finally {
            measuring.unlock();
        }
    }

    @Override
    public void close() {
        gate.close();
        deadlines.shutdownNow();
        carrier.close();
    }
}
