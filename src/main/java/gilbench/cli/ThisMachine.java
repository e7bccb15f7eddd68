package gilbench.cli;

import com.sun.management.OperatingSystemMXBean;
import gilbench.bench.result.Environment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes the machine and the program. */
final class ThisMachine {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    private ThisMachine() {}

    static Environment environment(JavaCommand java, Optional<MeasuredPython> python, String driver) {
        return environment(notes(java, python, driver, system()));
    }

    /** The machine as far as it matters to what was only computed on it. */
    static Environment ofPredictions() {
        return environment(List.of("Predicted, not measured: this machine only computed."));
    }

    private static OperatingSystemMXBean system() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    }

    private static Environment environment(List<String> notes) {
        return new Environment(
                Version.current(),
                System.getProperty("java.vm.vendor") + " " + Runtime.version(),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"),
                model(),
                Runtime.getRuntime().availableProcessors(),
                system().getTotalMemorySize(),
                notes);
    }

    private static List<String> notes(
            JavaCommand java, Optional<MeasuredPython> python, String driver, OperatingSystemMXBean system) {
        List<String> notes = new ArrayList<>();
        python.ifPresent(each -> notes.add(each.note()));
        notes.add("The load came from " + driver + ".");
        notes.add(
                java.nice().isPresent()
                        ? "The service, its workers and the plain burners run at nice " + JavaCommand.NICENESS
                                + "; generator and delay service at 0."
                        : "There is no command nice: the service runs at the generator's own priority.");
        double load = system.getSystemLoadAverage();
        if (load > Runtime.getRuntime().availableProcessors() / 2.0) {
            notes.add("The machine was busy when the run began: load average %.1f.".formatted(load));
        }
        return notes;
    }

    private static String model() {
        return modelName().orElseGet(() -> System.getProperty("os.arch"));
    }

    private static Optional<String> modelName() {
        try {
            return Files.readAllLines(CPU_INFO).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
