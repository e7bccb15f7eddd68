package gilbench.service.execution;

import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.TimeBudget;
import gilbench.service.interpreter.Ledger;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One request on its way through a concurrency model, ended by exactly one answer.
 *
 * <pre>
 * input  | WAITING                          | CARRIED          | ENDED
 * -------|----------------------------------|------------------|--------
 * begin  | CARRIED; past the deadline: none | illegal          | none
 * end    | ENDED, answered                  | ENDED, answered  | none
 * expire | ENDED, answered                  | ENDED, answered  | none
 * </pre>
 *
 * <p>Any thread may end or expire it; the ledger belongs to the thread that carries it.
 */
public final class Request {
    /** The detail of an answer whose deadline passed. */
    static final String LATE = "the deadline passed";

    private enum State {
        WAITING,
        CARRIED,
        ENDED
    }

    private final RequestProfile profile;
    private final long submitted;
    private final long deadline;
    private final Ledger ledger = new Ledger();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private final CompletableFuture<Answer> answer = new CompletableFuture<>();
    private long queued;

    /**
     * A request that waits for its turn.
     *
     * @param submitted value of {@link System#nanoTime} when it was handed over
     * @param deadline value of {@link System#nanoTime} from which on it is not begun and none of its steps either
     */
    public Request(RequestProfile profile, long submitted, long deadline) {
        this.profile = profile;
        this.submitted = submitted;
        this.deadline = deadline;
    }

    /** What to carry out. */
    public RequestProfile profile() {
        return profile;
    }

    /** Value of {@link System#nanoTime} at the deadline. */
    public long deadline() {
        return deadline;
    }

    /** Whether the deadline has passed. */
    public boolean late() {
        return System.nanoTime() - deadline >= 0;
    }

    /** Where the parts of its time are written while it is carried. */
    public Ledger ledger() {
        return ledger;
    }

    /** Its answer to come; completes normally, on the thread that ends the request. */
    public CompletableFuture<Answer> answer() {
        return answer;
    }

    /**
     * Begins to carry it and books the time since it was submitted as {@code queue}.
     *
     * @return false when it has ended or its deadline has passed: it must not be carried, but {@link #expire() expired}
     * @throws IllegalStateException when it was begun before
     */
    public boolean begin() {
        if (state.get() == State.CARRIED) {
            throw new IllegalStateException("begin in state " + State.CARRIED);
        }
        if (late()) {
            return false;
        }
        queued = System.nanoTime() - submitted;
        ledger.queue(queued);
        return state.compareAndSet(State.WAITING, State.CARRIED);
    }

    /** Ends it with the parts in its ledger. */
    public void end(Outcome outcome, String detail) {
        if (state.getAndSet(State.ENDED) != State.ENDED) {
            answer.complete(new Answer(outcome, ledger.budget(total()), detail));
        }
    }

    /** Ends it with the parts that another process measured while carrying it, plus the time it was queued here. */
    public void end(Outcome outcome, TimeBudget carried, String detail) {
        if (state.getAndSet(State.ENDED) != State.ENDED) {
            answer.complete(new Answer(outcome, carried.widened(total(), queued), detail));
        }
    }

    /**
     * Ends it because its deadline passed. Where its time went is known only as far as it was queued; the rest is
     * {@code other}.
     *
     * @return whether it was still waiting for its turn
     */
    public boolean expire() {
        State before = state.getAndSet(State.ENDED);
        if (before != State.ENDED) {
            long total = total();
            long queue = before == State.WAITING ? total : queued;
            answer.complete(new Answer(Outcome.DEADLINE_PASSED, TimeBudget.within(total, queue, 0, 0, 0, 0), LATE));
        }
        return before == State.WAITING;
    }

    private long total() {
        return System.nanoTime() - submitted;
    }
}
