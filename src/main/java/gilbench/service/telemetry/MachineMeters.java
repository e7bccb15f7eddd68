package gilbench.service.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.management.VirtualThreadSchedulerMXBean;

/**
 * Publishes what the virtual machine and the control group tell about processors: the carriers of virtual threads, and how
 * long the CPU quota made the processes stand still ({@code cpu.stat} of Linux control groups, version 2).
 */
public final class MachineMeters implements MeterBinder {
    private static final double MICROS = 1e6;

    private final Path controlGroup;

    MachineMeters(Path controlGroup) {
        this.controlGroup = controlGroup;
    }

    /** Meters of this machine. */
    public static MachineMeters ofThisMachine() {
        return new MachineMeters(Path.of("/sys/fs/cgroup/cpu.stat"));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Registration to = new Registration(registry);
        VirtualThreadSchedulerMXBean scheduler =
                ManagementFactory.getPlatformMXBean(VirtualThreadSchedulerMXBean.class);
        to.read(Meters.CARRIER_THREADS, Tags.empty(), () -> notNegative(scheduler.getParallelism()));
        to.read(Meters.CARRIER_THREADS_BUSY, Tags.empty(), () -> notNegative(scheduler.getMountedVirtualThreadCount()));
        to.read(Meters.CARRIER_QUEUE, Tags.empty(), () -> notNegative(scheduler.getQueuedVirtualThreadCount()));
        to.read(Meters.CPU_THROTTLED, Tags.empty(), () -> cpuStat("throttled_usec ") / MICROS);
        to.read(Meters.CPU_THROTTLED_PERIODS, Tags.empty(), () -> cpuStat("nr_throttled "));
    }

    /** The bean answers a negative number for what it does not know. */
    private static double notNegative(long value) {
        return Math.max(0, value);
    }

    private double cpuStat(String key) {
        if (!Files.isReadable(controlGroup)) {
            return 0;
        }
        try {
            return Files.readAllLines(controlGroup).stream()
                    .filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.substring(key.length())))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
