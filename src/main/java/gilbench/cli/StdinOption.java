package gilbench.cli;

import java.io.IOException;
import java.io.OutputStream;
import picocli.CommandLine.Option;

/** The option by which a process ends with the one that started it. */
final class StdinOption {
    @Option(
            names = "--until-stdin-closes",
            hidden = true,
            description = "End as on SIGTERM when standard input is closed, so that nothing outlives its parent.")
    private boolean untilStdinCloses;

    /** Begins to watch standard input when that is wanted. */
    void watch() {
        if (untilStdinCloses) {
            Thread.ofPlatform().daemon().name("stdin-watch").start(StdinOption::exitAtEnd);
        }
    }

    private static void exitAtEnd() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            System.err.println("gilbench: standard input failed: " + e.getMessage());
        }
        System.exit(ExitCode.OK.code());
    }
}
