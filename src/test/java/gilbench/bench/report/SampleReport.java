package gilbench.bench.report;

import gilbench.bench.result.RunResult;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the made-up runs to {@code target/sample-report} (quick) and {@code target/sample-report-backend}. */
final class SampleReport {
    private SampleReport() {}

    public static void main(String[] args) {
        write(SampleRun.quick(), Path.of("target/sample-report"));
        write(SampleRun.backend(), Path.of("target/sample-report-backend"));
    }

    private static void write(RunResult result, Path directory) {
        RunFolder folder = Files.exists(directory.resolve("plan.json"))
                ? RunFolder.resume(directory)
                : RunFolder.create(directory, result.plan());
        folder.write(result);
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(ConsoleReport.of(result, directory.resolve("report.html")));
    }
}
