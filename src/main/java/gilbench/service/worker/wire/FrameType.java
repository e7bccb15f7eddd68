package gilbench.service.worker.wire;

/** What kinds of frames there are, their code on the wire and who sends them. */
public enum FrameType {
    /** See {@link Frame.Hello}. */
    HELLO(1, Side.CHILD),
    /** See {@link Frame.Setup}. */
    SETUP(2, Side.PARENT),
    /** See {@link Frame.Ready}. */
    READY(3, Side.CHILD),
    /** See {@link Frame.Request}. */
    REQUEST(4, Side.PARENT),
    /** See {@link Frame.Answer}. */
    ANSWER(5, Side.CHILD),
    /** See {@link Frame.BurnerCheck}. */
    BURNER_CHECK(6, Side.PARENT),
    /** See {@link Frame.BurnerSpeed}. */
    BURNER_SPEED(7, Side.CHILD),
    /** See {@link Frame.Drain}. */
    DRAIN(8, Side.PARENT),
    /** See {@link Frame.Bye}. */
    BYE(9, Side.CHILD);

    private static final FrameType[] ALL = values();

    private final int code;
    private final Side sender;

    FrameType(int code, Side sender) {
        this.code = code;
        this.sender = sender;
    }

    /** The first byte after the length. */
    int code() {
        return code;
    }

    /** The only side that sends it. */
    Side sender() {
        return sender;
    }

    static FrameType of(int code) throws ProtocolException {
        if (code < 1 || code > ALL.length) {
            throw new ProtocolException("frame type: " + code + " must be between 1 and " + ALL.length);
        }
        return ALL[code - 1];
    }
}
