package gilbench.service.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class FrameCodecTest {
    /** The frames that {@code bytes} hold, as they would arrive. */
    private static List<Frame> arriving(byte[] bytes) throws IOException {
        FrameBuffer buffer = new FrameBuffer();
        var channel = Channels.newChannel(new ByteArrayInputStream(bytes));
        List<Frame> frames = new ArrayList<>();
        while (buffer.readFrom(channel)) {
            for (Optional<Frame> frame = buffer.next(); frame.isPresent(); frame = buffer.next()) {
                frames.add(frame.get());
            }
        }
        return frames;
    }

    private static byte[] bytes(Frame frame) {
        try {
            return FrameCodec.encode(frame).array();
        } catch (ProtocolException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProtocolException failure(byte[] bytes) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(ProtocolException.class, () -> arriving(bytes));
    }

    private static byte[] framed(FrameType type, String body) {
        byte[] text = body.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(5 + text.length)
                .putInt(1 + text.length)
                .put((byte) type.code())
                .put(text)
                .array();
    }

    @Test
    void decode_anyEncodedFrame_isTheSame() {
        qt().withExamples(500).forAll(Frames.any()).checkAssert(frame -> {
            try {
                assertThat(arriving(bytes(frame))).containsExactly(frame);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void decode_detailCutInsideASurrogatePair_isTheSame() throws IOException {
        Frame.Answer template = (Frame.Answer) GoldenFrames.named("answer-completed");
        Frame cut = new Frame.Answer(
                template.id(), template.outcome(), template.budget(), template.gil(), "!".repeat(999) + "\ud83d\udc0d");
        assertThat(arriving(bytes(cut))).containsExactly(cut);
    }

    @Test
    void next_anyBytes_givesFramesOrAProtocolException() {
        qt().withExamples(3000)
                .forAll(lists().of(integers().between(0, 255)).ofSizeBetween(0, 300))
                .checkAssert(FrameCodecTest::holdsFramesOrFails);
    }

    @Test
    void next_anyBodyOfEveryType_givesFramesOrAProtocolException() {
        qt().withExamples(3000)
                .forAll(
                        integers().between(0, 10),
                        lists().of(integers().between(0, 255)).ofSizeBetween(0, 150))
                .checkAssert((type, body) -> {
                    List<Integer> bytes = new ArrayList<>(List.of(0, 0, 0, body.size() + 1, type));
                    bytes.addAll(body);
                    holdsFramesOrFails(bytes);
                });
    }

    private static void holdsFramesOrFails(List<Integer> values) {
        byte[] bytes = new byte[values.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = values.get(i).byteValue();
        }
        try {
            assertThat(arriving(bytes)).hasSizeLessThanOrEqualTo(bytes.length);
        } catch (ProtocolException e) {
            assertThat(e).hasMessageNotContaining("null");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void next_lengthOutOfBounds_namesItAndTheBound() {
        byte[] negative = ByteBuffer.allocate(4).putInt(-1).array();
        assertThat(failure(negative)).hasMessage("frame length: 4294967295 must be between 1 and 65536");
        assertThat(failure(new byte[4])).hasMessage("frame length: 0 must be between 1 and 65536");
    }

    @Test
    void decode_bytesLeftOver_isRefused() {
        assertThat(failure(framed(FrameType.DRAIN, "x"))).hasMessage("frame DRAIN: 1 bytes too many");
    }

    @Test
    void decode_wrongSetup_namesKeyAndValue() {
        String text = SetupText.write((Frame.Setup) GoldenFrames.named("setup"));
        assertThat(failure(framed(FrameType.SETUP, text.replace("threads=4", "threads=0"))))
                .hasMessageContaining("threads: 0 must be between 1 and 4096");
        assertThat(failure(framed(FrameType.SETUP, text.replace("threads=4", "threads=four"))))
                .hasMessageContaining("threads: four");
        assertThat(failure(framed(FrameType.SETUP, text.replace("model=", "mode="))))
                .hasMessageContaining("model is missing");
        assertThat(failure(framed(FrameType.SETUP, text + "colour=red\n"))).hasMessageContaining("colour");
    }

    @Test
    void encode_tooManySteps_isRefused() {
        RequestProfile profile = new RequestProfile(Collections.nCopies(10_000, new Step(StepKind.IO, Duration.ZERO)));
        assertThatExceptionOfType(ProtocolException.class)
                .isThrownBy(() -> FrameCodec.encode(new Frame.Request(1, 1, profile)))
                .withMessageContaining("must be between 1 and 65536");
    }
}
