package gilbench.bench.runner;

import gilbench.bench.result.Environment;
import gilbench.bench.stats.Distribution;
import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/** What a run must start and ask about the machine. Every process that it starts ends with its handle. */
public interface Machinery {
    /** The machine and the program. */
    Environment environment();

    /** Measures the burner alone in a fresh, warmed process. */
    Calibration calibrate() throws InterruptedException;

    /** Starts the delay service in a process of its own. */
    DelayService startDelayService() throws InterruptedException;

    /** Starts plain burners in a process of their own, at the service's niceness and affinity. */
    Burners startBurners(Calibration calibration, int cores) throws InterruptedException;

    /** Starts a deployment in fresh processes and waits until it answers. */
    Service startService(Deployment deployment, Calibration calibration, URI delayService) throws InterruptedException;

    /** A process could not be started, or ended before it should; the message has its exit code and last lines. */
    final class MachineryException extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** A failure. */
        public MachineryException(String message) {
            super(message);
        }
    }

    /** A process that a run has started. */
    interface Handle extends AutoCloseable {
        /**
         * Processor time of the process and its children so far.
         *
         * @throws MachineryException when the process has ended
         */
        Duration cpu();

        /** Ends the process and waits for it. */
        @Override
        void close();
    }

    /** A running service. */
    interface Service extends Handle {
        /** Where it answers. */
        URI uri();

        /** From starting the process until it answered. */
        Duration startUp();

        /** Cumulative time that its virtual machines have spent compiling. */
        Duration compilationTime() throws InterruptedException;

        /**
         * Speed of the burner in the service's processes now, as a share of the calibrated speed; 1 is no drift.
         * One value for each process.
         */
        List<Double> burnerSpeed() throws InterruptedException;
    }

    /** The running delay service. */
    interface DelayService extends Handle {
        /** Where it answers. */
        URI uri();

        /** Registers delays before they are asked for. */
        void register(Collection<Duration> delays) throws InterruptedException;

        /** Keeps it busy for {@code length}, so that it answers as fast as it can afterwards. */
        void warmUp(Duration length) throws InterruptedException;

        /**
         * Asks it alone, at equal distances, and waits for all answers.
         *
         * @param delay what is asked for; registered before
         * @param rate requests per second
         * @param length how long requests are sent
         * @return from sending a request until its answer was there
         */
        Distribution responseTimes(Duration delay, double rate, Duration length) throws InterruptedException;
    }

    /** Plain burners without any GIL or server. */
    interface Burners extends Handle {
        /** Burns {@code cpu} {@code n} times one after the other and returns the elapsed time. */
        Duration serial(Duration cpu, int n) throws InterruptedException;

        /** Burns {@code cpu} on {@code n} threads at once and returns the elapsed time. */
        Duration together(Duration cpu, int n) throws InterruptedException;
    }
}
