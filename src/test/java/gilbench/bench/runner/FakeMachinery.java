package gilbench.bench.runner;

import gilbench.bench.result.Environment;
import gilbench.bench.stats.Distribution;
import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Starts nothing, and tells what it was asked for and what is still open. */
class FakeMachinery implements Machinery {
    final List<String> events = new ArrayList<>();
    final List<Duration> registered = new ArrayList<>();
    int open;
    int starts;
    Duration stubLateness = Duration.ofMillis(1);
    Duration compilation = Duration.ofSeconds(1);
    double burnerSpeed = 1.001;

    @Override
    public Environment environment() {
        return new Environment("1", "java", "os", "cpu", 2, 1, List.of());
    }

    @Override
    public Calibration calibrate() throws InterruptedException {
        events.add("calibrate");
        return new Calibration(1e9);
    }

    @Override
    public DelayService startDelayService() {
        events.add("delay service");
        return new FakeDelays();
    }

    @Override
    public Burners startBurners(Calibration calibration, int cores) {
        events.add("burners");
        return new FakeBurners();
    }

    @Override
    public Service startService(Deployment deployment, Calibration calibration, URI delayService)
            throws InterruptedException {
        events.add("start " + deployment.model().label());
        starts++;
        return new FakeService();
    }

    /** What a look at the processor time of the service number {@code start}, from 1, does. */
    Duration serviceCpu(int start) {
        return Duration.ZERO;
    }

    /** What a look at the processor time of the burners does. */
    Duration burnersCpu() {
        return Duration.ZERO;
    }

    private class FakeHandle implements Handle {
        FakeHandle() {
            open++;
        }

        @Override
        public Duration cpu() {
            return Duration.ZERO;
        }

        @Override
        public void close() {
            open--;
        }
    }

    private final class FakeService extends FakeHandle implements Service {
        private final int start = starts;

        @Override
        public URI uri() {
            return URI.create("http://service:" + start);
        }

        @Override
        public Duration startUp() {
            return Duration.ofSeconds(2);
        }

        @Override
        public Duration compilationTime() {
            return compilation;
        }

        @Override
        public List<Double> burnerSpeed() {
            return List.of(burnerSpeed);
        }

        @Override
        public Duration cpu() {
            return serviceCpu(start);
        }
    }

    private final class FakeDelays extends FakeHandle implements DelayService {
        @Override
        public URI uri() {
            return URI.create("http://delays:1");
        }

        @Override
        public void register(Collection<Duration> delays) {
            registered.addAll(delays);
        }

        @Override
        public void warmUp(Duration length) {
            events.add("delay service warmed up");
        }

        @Override
        public Distribution responseTimes(Duration delay, double rate, Duration length) {
            Distribution.Recorder recorder = Distribution.recorder();
            for (int i = 0; i < 100; i++) {
                recorder.record(delay.plus(stubLateness).toNanos());
            }
            return recorder.snapshot();
        }
    }

    private final class FakeBurners extends FakeHandle implements Burners {
        @Override
        public Duration cpu() {
            return burnersCpu();
        }

        @Override
        public Duration serial(Duration cpu, int n) {
            return cpu.multipliedBy(n);
        }

        @Override
        public Duration together(Duration cpu, int n) {
            return cpu.multipliedBy(n).dividedBy(2);
        }
    }
}
