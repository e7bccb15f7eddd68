package gilbench.service.worker.wire;

import static gilbench.service.worker.wire.Conversation.State.DRAINING;
import static gilbench.service.worker.wire.Conversation.State.ENDED;
import static gilbench.service.worker.wire.Conversation.State.GREETED;
import static gilbench.service.worker.wire.Conversation.State.OPENED;
import static gilbench.service.worker.wire.Conversation.State.SERVING;
import static gilbench.service.worker.wire.Conversation.State.SETTING_UP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gilbench.service.worker.wire.Conversation.State;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ConversationTest {
    private static final Map<FrameType, Map<State, State>> TABLE = Map.of(
            FrameType.HELLO, Map.of(OPENED, GREETED),
            FrameType.SETUP, Map.of(GREETED, SETTING_UP),
            FrameType.READY, Map.of(SETTING_UP, SERVING),
            FrameType.REQUEST, Map.of(SERVING, SERVING),
            FrameType.ANSWER, Map.of(SERVING, SERVING, DRAINING, DRAINING),
            FrameType.BURNER_CHECK, Map.of(SERVING, SERVING),
            FrameType.BURNER_SPEED, Map.of(SERVING, SERVING, DRAINING, DRAINING),
            FrameType.DRAIN, Map.of(SERVING, DRAINING),
            FrameType.BYE, Map.of(DRAINING, ENDED));

    @Test
    void next_everyFrameInEveryState_followsTheTable() {
        for (FrameType type : FrameType.values()) {
            for (State state : State.values()) {
                Optional<State> expected = Optional.ofNullable(TABLE.get(type)).map(row -> row.get(state));
                assertThat(Conversation.next(state, type))
                        .as(type + " in " + state)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void frame_notAllowedNow_namesFrameAndState() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> new Conversation().frame(FrameType.READY, Side.CHILD))
                .withMessage("frame READY is not allowed in state OPENED");
    }

    @Test
    void frame_fromTheWrongSide_namesFrameAndSide() {
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> new Conversation().frame(FrameType.HELLO, Side.PARENT))
                .withMessage("frame HELLO is never sent by the PARENT");
    }
}
