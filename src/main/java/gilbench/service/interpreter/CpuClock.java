package gilbench.service.interpreter;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Nanoseconds of processor time that the calling thread has used, from an arbitrary origin. */
@FunctionalInterface
interface CpuClock {
    /** Only differences of two readings on one thread mean something. */
    long nanos();

    /** The clock of this JVM; the wall clock where it counts no processor time, as for virtual threads. */
    static CpuClock system() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        if (!threads.isCurrentThreadCpuTimeSupported() || !threads.isThreadCpuTimeEnabled()) {
            return System::nanoTime;
        }
        return () -> Thread.currentThread().isVirtual() ? System.nanoTime() : threads.getCurrentThreadCpuTime();
    }
}
