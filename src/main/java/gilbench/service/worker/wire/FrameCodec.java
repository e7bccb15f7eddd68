package gilbench.service.worker.wire;

import gilbench.scenario.BoundException;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.TimeBudget;
import gilbench.service.gil.GilStatistics;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Frames to bytes and back: big-endian numbers, UTF-8 texts. Pure functions. */
final class FrameCodec {
    /** Bytes of the length field. */
    static final int LENGTH_BYTES = 4;

    private static final int MAGIC = 0x47494C42;

    private static final List<StepKind> STEP_KINDS =
            List.of(StepKind.PYTHON, StepKind.OPAQUE, StepKind.NATIVE, StepKind.IO);

    private static final List<Outcome> OUTCOMES = List.of(
            Outcome.COMPLETED,
            Outcome.REJECTED,
            Outcome.DEADLINE_PASSED,
            Outcome.DOWNSTREAM_FAILED,
            Outcome.FAILED,
            Outcome.WORKER_LOST);

    private FrameCodec() {}

    /**
     * The bytes of {@code frame}, its length first.
     *
     * @throws ProtocolException when it is too long
     */
    static ByteBuffer encode(Frame frame) throws ProtocolException {
        byte[] text = text(frame).getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(LENGTH_BYTES + 1 + fixedBytes(frame) + text.length);
        int length = bytes.capacity() - LENGTH_BYTES;
        if (length > Frame.MAX_LENGTH) {
            throw tooLong(length);
        }
        bytes.putInt(length).put((byte) frame.type().code());
        putFixed(frame, bytes);
        return bytes.put(text).flip();
    }

    static ProtocolException tooLong(int length) {
        return new ProtocolException(
                "frame length: " + Integer.toUnsignedString(length) + " must be between 1 and " + Frame.MAX_LENGTH);
    }

    private static String text(Frame frame) {
        return switch (frame) {
            case Frame.Setup setup -> SetupText.write(setup);
            case Frame.Answer answer -> answer.detail();
            default -> "";
        };
    }

    private static int fixedBytes(Frame frame) {
        return switch (frame) {
            case Frame.Hello _ -> 4 + 2 + 8;
            case Frame.Request request ->
                8 + 8 + 2 + (1 + 8) * request.profile().steps().size();
            case Frame.Answer _ -> 8 + 1 + 6 * 8 + 5 * 8 + 4;
            case Frame.BurnerSpeed _ -> 8;
            case Frame.Setup _, Frame.Ready _, Frame.BurnerCheck _, Frame.Drain _, Frame.Bye _ -> 0;
        };
    }

    private static void putFixed(Frame frame, ByteBuffer to) {
        switch (frame) {
            case Frame.Hello(int version, long pid) ->
                to.putInt(MAGIC).putShort((short) version).putLong(pid);
            case Frame.Request(long id, long remaining, RequestProfile profile) -> {
                to.putLong(id).putLong(remaining).putShort((short)
                        profile.steps().size());
                profile.steps().forEach(step -> putStep(step, to));
            }
            case Frame.Answer answer -> {
                to.putLong(answer.id()).put((byte) (OUTCOMES.indexOf(answer.outcome()) + 1));
                putBudget(answer.budget(), to);
                putGil(answer.gil(), to);
            }
            case Frame.BurnerSpeed(double speed) -> to.putDouble(speed);
            case Frame.Setup _, Frame.Ready _, Frame.BurnerCheck _, Frame.Drain _, Frame.Bye _ -> {}
        }
    }

    private static void putStep(Step step, ByteBuffer to) {
        to.put((byte) (STEP_KINDS.indexOf(step.kind()) + 1))
                .putLong(step.duration().toNanos());
    }

    private static void putBudget(TimeBudget budget, ByteBuffer to) {
        to.putLong(budget.total())
                .putLong(budget.queue())
                .putLong(budget.gilWait())
                .putLong(budget.python())
                .putLong(budget.nativeTime())
                .putLong(budget.io());
    }

    private static void putGil(GilStatistics gil, ByteBuffer to) {
        to.putLong(gil.holdNanos())
                .putLong(gil.waitNanos())
                .putLong(gil.takes())
                .putLong(gil.switches())
                .putLong(gil.forcedSwitches())
                .putInt(gil.waiters());
    }

    /** The frame whose type and body are what remains of {@code bytes}; all of it. */
    static Frame decode(ByteBuffer bytes) throws ProtocolException {
        FrameType type = FrameType.of(Byte.toUnsignedInt(bytes.get()));
        try {
            Frame frame = body(type, bytes);
            if (bytes.hasRemaining()) {
                throw new ProtocolException("frame " + type + ": " + bytes.remaining() + " bytes too many");
            }
            return frame;
        } catch (BufferUnderflowException e) {
            throw new ProtocolException("frame " + type + ": too short", e);
        } catch (BoundException | ArithmeticException e) {
            throw new ProtocolException("frame " + type + ": " + e.getMessage(), e);
        } catch (CharacterCodingException e) {
            throw new ProtocolException("frame " + type + ": text is not UTF-8", e);
        }
    }

    private static Frame body(FrameType type, ByteBuffer from) throws ProtocolException, CharacterCodingException {
        return switch (type) {
            case HELLO -> hello(from);
            case SETUP -> SetupText.read(getText(from));
            case READY -> new Frame.Ready();
            case REQUEST -> new Frame.Request(from.getLong(), from.getLong(), getProfile(from));
            case ANSWER ->
                new Frame.Answer(
                        from.getLong(),
                        constant(OUTCOMES, "outcome", from),
                        getBudget(from),
                        getGil(from),
                        getText(from));
            case BURNER_CHECK -> new Frame.BurnerCheck();
            case BURNER_SPEED -> new Frame.BurnerSpeed(from.getDouble());
            case DRAIN -> new Frame.Drain();
            case BYE -> new Frame.Bye();
        };
    }

    private static Frame hello(ByteBuffer from) throws ProtocolException {
        int magic = from.getInt();
        if (magic != MAGIC) {
            throw new ProtocolException("hello: 0x" + Integer.toHexString(magic) + " is not a gilbench worker");
        }
        return new Frame.Hello(Short.toUnsignedInt(from.getShort()), from.getLong());
    }

    private static RequestProfile getProfile(ByteBuffer from) throws ProtocolException {
        int count = Short.toUnsignedInt(from.getShort());
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StepKind kind = constant(STEP_KINDS, "step kind", from);
            steps.add(new Step(kind, Duration.ofNanos(from.getLong())));
        }
        return new RequestProfile(steps);
    }

    private static TimeBudget getBudget(ByteBuffer from) {
        return TimeBudget.within(
                from.getLong(), from.getLong(), from.getLong(), from.getLong(), from.getLong(), from.getLong());
    }

    private static GilStatistics getGil(ByteBuffer from) {
        return new GilStatistics(
                from.getLong(), from.getLong(), from.getLong(), from.getLong(), from.getLong(), from.getInt());
    }

    private static String getText(ByteBuffer from) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(from).toString();
    }

    private static <T> T constant(List<T> constants, String name, ByteBuffer from) throws ProtocolException {
        int code = Byte.toUnsignedInt(from.get());
        if (code < 1 || code > constants.size()) {
            throw new ProtocolException(name + ": " + code + " must be between 1 and " + constants.size());
        }
        return constants.get(code - 1);
    }
}
