package gilbench.service.worker.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes that every child must speak: {@code #} begins a comment, white space does not count. */
final class GoldenFramesTest {
    static Iterable<String> names() {
        return GoldenFrames.all().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void encode_goldenFrame_givesTheGoldenBytes(String name) throws IOException {
        Frame frame = GoldenFrames.named(name);
        assertThat(HexFormat.of().formatHex(FrameCodec.encode(frame).array())).isEqualTo(golden(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void decode_goldenBytes_giveTheGoldenFrame(String name) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(golden(name)));
        assertThat(bytes.getInt()).isEqualTo(bytes.remaining());
        assertThat(FrameCodec.decode(bytes)).isEqualTo(GoldenFrames.named(name));
    }

    private static String golden(String name) {
        try (InputStream file =
                Objects.requireNonNull(GoldenFramesTest.class.getResourceAsStream("/wire/" + name + ".hex"), name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceAll("#.*", "").replaceAll("\\s", ""))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
