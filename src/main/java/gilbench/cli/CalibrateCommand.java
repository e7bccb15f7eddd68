package gilbench.cli;

import gilbench.bench.report.ProgressLine;
import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.bench.runner.RunClock;
import gilbench.cpython.Python;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.text.InterpreterProfileYaml;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures a real CPython on this machine and writes it as a named interpreter profile. */
@Command(
        name = "calibrate",
        description = {
            "Measures a real CPython and this machine for about a minute, 90 s at most, and writes an interpreter",
            "profile (cpython-VERSION@HOST.yaml) that --interpreter of serve, run and predict accepts."
        })
final class CalibrateCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofSeconds(80);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--python", paramLabel = "PATH", description = "A CPython 3.8 or later (default: python3 on PATH).")
    private @Nullable Path python;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where to write it, replacing what is there (default: cpython-VERSION@HOST.yaml).")
    private @Nullable Path out;

    @Option(
            names = "--most-foreign",
            paramLabel = "SHARE",
            hidden = true,
            description = "How much of one core other processes may use during an observation.")
    private double mostForeign = 0.08;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Python found =
                Pythons.find(python == null ? List.of() : List.of(python)).getFirst();
        String name = "cpython-" + found.minor() + "@" + host();
        Path file = out != null ? out : Path.of(name + ".yaml");
        Calibrated calibrated = calibrate(found, name);
        Files.writeString(
                file,
                ProfileComments.add(
                        InterpreterProfileYaml.format(calibrated.profile()), found, calibrated.disturbed()));
        warn(calibrated.disturbed());
        PrintWriter said = spec.commandLine().getOut();
        said.println(file);
        said.flush();
        return ExitCode.OK.code();
    }

    private record Calibrated(InterpreterProfile profile, Set<CalibrationStage> disturbed) {}

    private Calibrated calibrate(Python python, String name) throws InterruptedException {
        System.err.println("calibrating: measuring " + python.name() + " and this machine, about a minute");
        try (ProgressLine progress = ProgressLine.onStandardError();
                ProbeProcesses probes = ProbeProcesses.start(name, python)) {
            QuietCalibration<CalibrationStage> stages =
                    new QuietCalibration<>(probes::reading, mostForeign, RunClock.system(), progress, LIMIT);
            InterpreterProfile profile = new CalibratedProfile(python, probes, stages).measure(name);
            return new Calibrated(profile, stages.disturbed());
        } catch (MachineryException e) {
            throw new UnfitEnvironmentException(String.valueOf(e.getMessage()));
        }
    }

    private static void warn(Set<CalibrationStage> disturbed) {
        disturbed.stream()
                .sorted()
                .forEach(stage -> System.err.println("gilbench: others used the machine meanwhile: " + stage.title()
                        + "; calibrate again when it is quiet"));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "-");
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
