package gilbench.cli;

import gilbench.bench.runner.RunClock;
import gilbench.cpython.probe.ProbeRunner.MachineReading;
import java.time.Instant;

/** A machine of two cores in fake time, which others use too. */
final class SharedMachine implements RunClock {
    private long nanos;
    private double foreign;
    private int observations;

    MachineReading reading() {
        return new MachineReading(nanos / 1e9, foreign, 0, 0, 2);
    }

    void pass(double seconds) {
        nanos += Math.round(seconds * 1e9);
    }

    /** An observation of {@code seconds}, in which others use {@code busy} of one core; how many there were. */
    int observe(double seconds, double busy) {
        pass(seconds);
        foreign += seconds * busy;
        return ++observations;
    }

    int observations() {
        return observations;
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
