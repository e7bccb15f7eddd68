package gilbench.service.execution;

import gilbench.scenario.Outcome;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.service.interpreter.DelayPort;
import gilbench.service.interpreter.PythonInterpreter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * A request as the task of an event loop: each turn carries out its steps up to the next {@code io} step or to the end.
 *
 * <p>Confined to the loop thread, except from the start of an {@code io} step until its end makes the task ready again:
 * the lane's lock orders the two.
 */
final class LoopTask {
    private final Request request;
    private final boolean placed;
    private final List<Step> steps;
    private int next;
    private long waitBegun;
    private long waitEnded;
    private Optional<Throwable> failure = Optional.empty();

    /** A task that has not begun; {@code placed} says whether it holds one of the places of those who wait. */
    LoopTask(Request request, boolean placed) {
        this.request = request;
        this.placed = placed;
        this.steps = request.profile().steps();
    }

    Request request() {
        return request;
    }

    /** Whether it still holds a place: it waits for its first turn and did not find the loop free. */
    boolean holdsPlace() {
        return placed && next == 0;
    }

    /** Takes one turn on the loop thread, which holds the GIL. */
    Turn turn(PythonInterpreter interpreter) {
        try {
            if (next == 0) {
                return request.begin() ? steps(interpreter) : new Turn.Done(request::expire);
            }
            return resume(interpreter);
        } catch (RuntimeException | Error e) {
            return done(Outcome.FAILED, e.toString());
        }
    }

    private Turn resume(PythonInterpreter interpreter) {
        request.ledger().io(waitEnded - waitBegun);
        request.ledger().queue(System.nanoTime() - waitEnded);
        return failure.isPresent()
                ? done(Outcome.DOWNSTREAM_FAILED, failure.get().toString())
                : steps(interpreter);
    }

    private Turn steps(PythonInterpreter interpreter) {
        while (next < steps.size()) {
            if (request.late()) {
                return done(Outcome.DEADLINE_PASSED, Request.LATE);
            }
            Step step = steps.get(next++);
            if (step.kind() == StepKind.IO) {
                return new Turn.Waits(step.duration());
            }
            interpreter.runCpuStep(step, request.ledger());
        }
        return done(Outcome.COMPLETED, "");
    }

    private Turn done(Outcome outcome, String detail) {
        return new Turn.Done(() -> request.end(outcome, detail));
    }

    /** Starts an {@code io} step; {@code ready} runs when it has ended, on any thread. */
    void await(DelayPort delays, Turn.Waits waits, Runnable ready) {
        waitBegun = System.nanoTime();
        var _ = call(delays, waits).whenComplete((_, error) -> {
            waitEnded = System.nanoTime();
            failure = Optional.ofNullable(error).map(LoopTask::cause);
            ready.run();
        });
    }

    private static CompletableFuture<Void> call(DelayPort delays, Turn.Waits waits) {
        try {
            return delays.callAsync(waits.delay());
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
