package gilbench.cli;

import gilbench.cpython.probe.ProbeRunner.MachineReading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Reads from {@code /proc} who uses the processors; where there is none, the machine looks idle.
 *
 * @param proc where the files are
 * @param family the processes of this program
 * @param clock monotonic, in nanoseconds
 */
record MachineLoad(Path proc, Family family, LongSupplier clock) {
    /** Ticks in a second that {@code /proc} counts in, on every Linux. */
    private static final double TICKS = 100;

    private static final int USER = 0;
    private static final int NICE = 1;
    private static final int SYSTEM = 2;
    private static final int INTERRUPT = 5;
    private static final int SOFT_INTERRUPT = 6;
    private static final int STEAL = 7;

    /** Lists processes. */
    interface Family {
        Stream<Long> pids();
    }

    /** Of this machine. */
    static MachineLoad ofThisMachine() {
        ProcessHandle self = ProcessHandle.current();
        return new MachineLoad(
                Path.of("/proc"),
                () -> Stream.concat(Stream.of(self), self.descendants()).map(ProcessHandle::pid),
                System::nanoTime);
    }

    MachineReading reading() {
        int cores = Runtime.getRuntime().availableProcessors();
        double at = clock.getAsLong() / 1e9;
        long[] ticks = machine();
        double own = family.pids().mapToLong(this::ofProcess).sum();
        return new MachineReading(at, processes(ticks) / TICKS, own / TICKS, ticks[STEAL] / TICKS, cores);
    }

    /** Seconds that all processors together were busy, with processes or with interrupts. */
    double busy() {
        long[] ticks = machine();
        return (processes(ticks) + ticks[INTERRUPT] + ticks[SOFT_INTERRUPT]) / TICKS;
    }

    private static long processes(long[] ticks) {
        return ticks[USER] + ticks[NICE] + ticks[SYSTEM];
    }

    /** Ticks by what they were spent on; 0 for what the kernel does not tell. */
    private long[] machine() {
        long[] told = lines(proc.resolve("stat")).stream()
                .filter(line -> line.startsWith("cpu "))
                .findFirst()
                .map(line -> Stream.of(line.substring(4).strip().split(" +", -1))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .orElse(new long[0]);
        return Arrays.copyOf(told, STEAL + 1);
    }

    /** User and system time, with that of its children that have ended: fields 14 to 17 of proc(5). */
    private long ofProcess(long pid) {
        return lines(proc.resolve(pid + "/stat")).stream()
                .findFirst()
                .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" ", -1))
                .map(fields -> Stream.of(fields)
                        .skip(11)
                        .limit(4)
                        .mapToLong(Long::parseLong)
                        .sum())
                .orElse(0L);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            return List.of();
        }
    }
}
