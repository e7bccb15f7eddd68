package gilbench.bench.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import gilbench.bench.result.Launch;
import gilbench.bench.result.Trial;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A file of one JSON line for each launch and trial, in their order. A line counts once its line feed is written: what
 * follows the last one is what a kill has left and is cut off.
 */
final class Journal {
    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    /** A line. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kept")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = KeptLaunch.class, name = "launch"),
        @JsonSubTypes.Type(value = KeptTrial.class, name = "trial")
    })
    sealed interface Entry {}

    record KeptLaunch(Launch launch) implements Entry {}

    record KeptTrial(Trial trial) implements Entry {}

    /** Appends one line and forces it to the disk, also when the thread is interrupted. */
    void append(Entry entry) {
        byte[] line = (Json.MAPPER.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        // a FileChannel would be closed by the interrupt that ends a run
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write(line);
            out.getFD().sync();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads every whole line and cuts off a torn one.
     *
     * @throws RunFolderException with the line that is not an entry
     */
    List<Entry> recover() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            int whole = lengthOfWholeLines(bytes);
            if (whole < bytes.length) {
                cut(whole);
            }
            return entries(new String(Arrays.copyOf(bytes, whole), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private List<Entry> entries(String text) {
        List<String> lines = text.lines().toList();
        List<Entry> entries = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            entries.add(Stored.parse(file, i + 1, lines.get(i), Entry.class));
        }
        return entries;
    }

    private void cut(int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    private static int lengthOfWholeLines(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] != '\n') {
            length--;
        }
        return length;
    }
}
