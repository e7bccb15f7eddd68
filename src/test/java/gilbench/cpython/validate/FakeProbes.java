package gilbench.cpython.validate;

import gilbench.bench.runner.RunClock;
import gilbench.bench.stats.Distribution;
import gilbench.cpython.probe.ProbeReply;
import gilbench.cpython.probe.ProbeReply.Group;
import gilbench.cpython.probe.ProbeRunner;
import gilbench.cpython.probe.ProbeSide;
import gilbench.cpython.probe.ProbeTask;
import gilbench.cpython.probe.ProbeThreads;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/** Probes and services in fake time whose simulated side is {@code factor} times the real one, on a machine that others may use. */
final class FakeProbes implements ProbeRunner, ServedSides, RunClock {
    final List<ProbeSide> order = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(5);
    private final double factor;
    private final double noise;
    private final IntPredicate disturbed;
    private long nanos;
    private double foreign;

    /**
     * Probes.
     *
     * @param noise relative standard deviation of what they observe
     * @param disturbed whether others use the machine during the n-th task, from 0
     */
    FakeProbes(double factor, double noise, IntPredicate disturbed) {
        this.factor = factor;
        this.noise = noise;
        this.disturbed = disturbed;
    }

    @Override
    public ProbeReply run(ProbeSide side, int processes, ProbeTask task) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        double scale = passed(side, task.window());
        long value = Math.round(1e6 * scale);
        List<Group> groups = task.threads().stream()
                .map(role -> group(role, processes, value))
                .toList();
        return new ProbeReply(groups, Collections.nCopies((int) Math.round(1000 * scale), value));
    }

    private static Group group(ProbeThreads role, int processes, long value) {
        return new Group(Collections.nCopies(role.count() * processes, value), Collections.nCopies(200, value));
    }

    @Override
    public double capacity(Traffic traffic) {
        return 100;
    }

    @Override
    public Served drive(ProbeSide side, Traffic traffic, double rate, Duration window, long seed)
            throws InterruptedException {
        Distribution.Recorder status = Distribution.recorder();
        double scale = passed(side, window);
        Collections.nCopies(200, Math.round(1e7 * scale)).forEach(status::record);
        return new Served(rate * scale, status.snapshot());
    }

    /** Lets {@code window} pass and draws how much more than usual happened in it. */
    private double passed(ProbeSide side, Duration window) {
        foreign += disturbed.test(order.size()) ? window.toNanos() / 1e9 : 0;
        order.add(side);
        nanos += window.toNanos();
        return (side == ProbeSide.SIMULATED ? factor : 1) * Math.max(0.05, 1 + noise * random.nextGaussian());
    }

    @Override
    public MachineReading reading() {
        return new MachineReading(nanos / 1e9, 2 + foreign, 2, 0, 2);
    }

    @Override
    public Instant now() {
        return Instant.EPOCH;
    }

    @Override
    public long nanos() {
        return nanos;
    }
}
