package gilbench.cli;

import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.cpython.ProbeRunner.MachineReading;
import gilbench.cpython.Python;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.text.InterpreterProfileYaml;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
            "Measures a real CPython and this machine for about 20 s, and writes an interpreter profile",
            "(cpython-VERSION@HOST.yaml) that --interpreter of serve and run accepts."
        })
final class CalibrateCommand implements Callable<Integer> {
    /** Of one core, by other processes; the same as in a validation. */
    private static final double MOST_FOREIGN = 0.08;

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

    @Override
    public Integer call() throws InterruptedException, IOException {
        Python found =
                Pythons.find(python == null ? List.of() : List.of(python)).getFirst();
        String name = "cpython-" + found.minor() + "@" + host();
        Path file = out != null ? out : Path.of(name + ".yaml");
        InterpreterProfile profile = calibrate(found, name);
        Files.writeString(file, heading(found) + InterpreterProfileYaml.format(profile));
        PrintWriter said = spec.commandLine().getOut();
        said.println(file);
        said.flush();
        return ExitCode.OK.code();
    }

    private static InterpreterProfile calibrate(Python python, String name) throws InterruptedException {
        System.err.println("calibrating: measuring " + python.name() + " and this machine, about 20 s");
        try (ProbeProcesses probes = ProbeProcesses.start(name, python)) {
            MachineReading before = probes.reading();
            InterpreterProfile profile = new CalibratedProfile(python, probes).measure(name);
            if (!probes.reading().quietSince(before, MOST_FOREIGN)) {
                System.err.println("gilbench: others used the machine meanwhile: calibrate again when it is quiet");
            }
            return profile;
        } catch (MachineryException e) {
            throw new UnfitEnvironmentException(String.valueOf(e.getMessage()));
        }
    }

    private static String heading(Python python) {
        return "# " + python.name()
                + " on this machine, as gilbench calibrate measured it. What it does not measure: the\n"
                + "# speed, which is the published one; tick; front-cpu; dispatch.\n";
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "-");
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
