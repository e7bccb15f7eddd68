package gilbench.cpython;

import gilbench.bench.runner.RunClock;
import gilbench.cpython.ProbeReply.Group;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;

/** Probes in fake time whose simulated side is {@code factor} times the real one, and a machine that others may use. */
final class FakeProbes implements ProbeRunner, RunClock {
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
        foreign += disturbed.test(order.size()) ? task.window().toNanos() / 1e9 : 0;
        order.add(side);
        nanos += task.window().toNanos();
        double scale = (side == ProbeSide.SIMULATED ? factor : 1) * (1 + noise * random.nextGaussian());
        long value = Math.round(1e6 * scale);
        List<Group> groups = task.threads().stream()
                .map(role -> new Group(Collections.nCopies(role.count(), value), Collections.nCopies(200, value)))
                .toList();
        return new ProbeReply(groups, Collections.nCopies((int) Math.round(1000 * scale), value));
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
