package gilbench.service.worker.wire;

import java.util.Optional;

/**
 * What may be said next on a connection; both ends keep one and pass every frame through it, sent or received.
 *
 * <pre>
 * frame        | OPENED  | GREETED | SETTING_UP | SERVING  | DRAINING | ENDED
 * -------------|---------|---------|------------|----------|----------|------
 * hello        | GREETED | -       | -          | -        | -        | -
 * setup        | -       | SETTING_UP | -       | -        | -        | -
 * ready        | -       | -       | SERVING    | -        | -        | -
 * request      | -       | -       | -          | SERVING  | -        | -
 * answer       | -       | -       | -          | SERVING  | DRAINING | -
 * burner check | -       | -       | -          | SERVING  | -        | -
 * burner speed | -       | -       | -          | SERVING  | DRAINING | -
 * drain        | -       | -       | -          | DRAINING | -        | -
 * bye          | -       | -       | -          | -        | ENDED    | -
 * </pre>
 *
 * <p>"-" is a {@link ProtocolException}. Frames under way in both directions meet only in SERVING and DRAINING, where
 * the child's frames are the same; so both ends accept every correct order.
 */
final class Conversation {
    enum State {
        OPENED,
        GREETED,
        SETTING_UP,
        SERVING,
        DRAINING,
        ENDED
    }

    private State state = State.OPENED;

    /** Whether the last frame has been said. */
    synchronized boolean ended() {
        return state == State.ENDED;
    }

    /** Takes note of a frame that {@code sender} sent. */
    synchronized void frame(FrameType type, Side sender) throws ProtocolException {
        if (type.sender() != sender) {
            throw new ProtocolException("frame " + type + " is never sent by the " + sender);
        }
        State now = state;
        state = next(now, type)
                .orElseThrow(() -> new ProtocolException("frame " + type + " is not allowed in state " + now));
    }

    static Optional<State> next(State state, FrameType type) {
        return switch (type) {
            case HELLO -> only(state, State.OPENED, State.GREETED);
            case SETUP -> only(state, State.GREETED, State.SETTING_UP);
            case READY -> only(state, State.SETTING_UP, State.SERVING);
            case REQUEST, BURNER_CHECK -> only(state, State.SERVING, State.SERVING);
            case ANSWER, BURNER_SPEED ->
                only(state, State.SERVING, State.SERVING).or(() -> only(state, State.DRAINING, State.DRAINING));
            case DRAIN -> only(state, State.SERVING, State.DRAINING);
            case BYE -> only(state, State.DRAINING, State.ENDED);
        };
    }

    private static Optional<State> only(State state, State from, State to) {
        return state == from ? Optional.of(to) : Optional.empty();
    }
}
