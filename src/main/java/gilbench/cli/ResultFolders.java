package gilbench.cli;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Names the folders of results that nobody named. */
final class ResultFolders {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private ResultFolders() {}

    /** {@code results/TIME-name}. */
    static Path named(String name) {
        return Path.of("results", LocalDateTime.now(ZoneId.systemDefault()).format(TIME) + "-" + name);
    }
}
