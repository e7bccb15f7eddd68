package gilbench.service.worker.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/** Bytes as they arrive, from which whole frames are taken. Not thread-safe. */
final class FrameBuffer {
    private static final int USUAL = 4096;

    private ByteBuffer bytes = ByteBuffer.allocate(USUAL);

    /** Reads what is there, for a caller that has taken every whole frame; false at the end of the stream. */
    boolean readFrom(ReadableByteChannel channel) throws IOException {
        if (!bytes.hasRemaining()) {
            bytes = ByteBuffer.allocate(FrameCodec.LENGTH_BYTES + Frame.MAX_LENGTH)
                    .put(bytes.flip());
        }
        return channel.read(bytes) >= 0;
    }

    /** Whether there are bytes of a frame that is not yet whole. */
    boolean partial() {
        return bytes.position() > 0;
    }

    /** The next whole frame, if it has arrived. */
    Optional<Frame> next() throws ProtocolException {
        if (bytes.position() < FrameCodec.LENGTH_BYTES) {
            return Optional.empty();
        }
        int length = bytes.getInt(0);
        if (length < 1 || length > Frame.MAX_LENGTH) {
            throw FrameCodec.tooLong(length);
        }
        int end = FrameCodec.LENGTH_BYTES + length;
        if (bytes.position() < end) {
            return Optional.empty();
        }
        Frame frame = FrameCodec.decode(bytes.slice(FrameCodec.LENGTH_BYTES, length));
        bytes.flip().position(end);
        bytes.compact();
        return Optional.of(frame);
    }
}
