package gilbench.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;

/** Reading of stored JSON, with errors that name the file, the line and what is wrong. */
final class Stored {
    private Stored() {}

    /**
     * Reads a whole file.
     *
     * @throws RunFolderException when it is missing or is not a {@code type}
     */
    static <T> T read(Path file, Class<T> type) {
        try {
            return parse(file, 1, Files.readString(file), type);
        } catch (NoSuchFileException e) {
            throw new RunFolderException(file + ": not there, so this is not the folder of a run");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Parses {@code text}, which begins at {@code firstLine} of {@code file}. */
    static <T> T parse(Path file, int firstLine, String text, Class<T> type) {
        try {
            return Json.MAPPER.readValue(text, type);
        } catch (JacksonException e) {
            throw new RunFolderException(file + ", line " + (firstLine + lineBreaksBefore(e)) + ": " + reason(e));
        } catch (RuntimeException e) {
            throw new RunFolderException(file + ", line " + firstLine + ": " + e);
        }
    }

    private static int lineBreaksBefore(JacksonException e) {
        return e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr() - 1);
    }

    private static String reason(JacksonException e) {
        String path = e.getPathReference();
        String message = e.getCause() instanceof IllegalArgumentException cause
                ? String.valueOf(cause.getMessage())
                : e.getOriginalMessage();
        return path.isEmpty() ? message : message + " (at " + path + ")";
    }
}
