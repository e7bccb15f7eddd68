package gilbench.cpython;

import gilbench.bench.result.RunState;
import gilbench.bench.runner.Progress;
import gilbench.bench.runner.RunClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Compares a simulation with CPython by experiments that both carry out.
 *
 * <p>A repetition lets every side carry out the same task with the same seed, back to back, another side first each time.
 * What a side saw while others used the machine is thrown away and seen again, {@value #ATTEMPTS} times at most. After the
 * repetitions that the extent asks for, the undecided cases have more of them until its time is up.
 */
public final class Validation {
    private static final int ATTEMPTS = 4;

    private final ProbeRunner probes;
    private final ValidationExtent extent;
    private final double mostForeign;
    private final RunClock clock;
    private final Progress progress;
    private final List<ExperimentRecord> records;
    private final double planned;
    private long began;
    private double spent;
    private int discarded;

    /**
     * A validation.
     *
     * @param mostForeign how much of one core other processes may use during an observation
     */
    public Validation(
            ProbeRunner probes, ValidationExtent extent, double mostForeign, RunClock clock, Progress progress) {
        this.probes = probes;
        this.extent = extent;
        this.mostForeign = mostForeign;
        this.clock = clock;
        this.progress = progress;
        this.records = ExperimentList.of(extent).stream()
                .map(experiment -> new ExperimentRecord(experiment, extent))
                .toList();
        this.planned = records.stream().mapToDouble(this::cost).sum() * extent.repetitions();
    }

    /**
     * Carries everything out; interrupted, it ends early with what it has.
     *
     * @param python the name of the real side
     * @param store is given all results so far after each experiment
     */
    public ValidationResult run(String python, Consumer<ValidationResult> store) {
        began = clock.nanos();
        try {
            for (ExperimentRecord record : records) {
                for (int i = 0; i < extent.repetitions() && left() > 0; i++) {
                    repeat(record);
                }
                store.accept(result(python, RunState.INTERRUPTED));
            }
            decide();
            return result(python, RunState.COMPLETE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return result(python, RunState.INTERRUPTED);
        }
    }

    private void decide() throws InterruptedException {
        List<ExperimentRecord> open = undecided();
        while (!open.isEmpty()) {
            boolean repeated = false;
            for (ExperimentRecord record : open) {
                if (left() > cost(record)) {
                    repeat(record);
                    repeated = true;
                }
            }
            open = repeated ? undecided() : List.of();
        }
    }

    private List<ExperimentRecord> undecided() {
        return records.stream().filter(ExperimentRecord::isUndecided).toList();
    }

    private void repeat(ExperimentRecord record) throws InterruptedException {
        progress.begin(record.experiment().title(), done(), remaining());
        Map<ProbeSide, ExperimentRecord.Observation> seen = new EnumMap<>(ProbeSide.class);
        List<ProbeSide> order = new ArrayList<>(List.of(ProbeSide.values()));
        Collections.rotate(order, record.size());
        for (ProbeSide side : order) {
            observe(side, record).ifPresent(each -> seen.put(side, each));
        }
        if (seen.size() == order.size()) {
            record.add(seen);
        }
        spent += cost(record);
    }

    private Optional<ExperimentRecord.Observation> observe(ProbeSide side, ExperimentRecord record)
            throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS && left() > 0; attempt++) {
            ProbeRunner.MachineReading before = probes.reading();
            ExperimentRecord.Observation seen = observed(side, record.experiment(), record.size() + 1L);
            if (probes.reading().quietSince(before, mostForeign)) {
                return Optional.of(seen);
            }
            discarded++;
        }
        return Optional.empty();
    }

    private ExperimentRecord.Observation observed(ProbeSide side, ExperimentCase experiment, long seed)
            throws InterruptedException {
        Optional<ProbeTask> baseline = experiment.baseline();
        Optional<ProbeReply> alone = baseline.isEmpty()
                ? Optional.empty()
                : Optional.of(probes.run(side, 1, baseline.get().withSeed(seed)));
        ProbeReply reply =
                probes.run(side, experiment.processes(), experiment.task().withSeed(seed));
        return new ExperimentRecord.Observation(reply, alone.orElse(reply));
    }

    private ValidationResult result(String python, RunState state) {
        return new ValidationResult(
                python,
                extent,
                state,
                records.stream().flatMap(record -> record.rows().stream()).toList(),
                discarded);
    }

    private double cost(ExperimentRecord record) {
        return record.experiment().seconds() * ProbeSide.values().length;
    }

    private double elapsed() {
        return (clock.nanos() - began) / 1e9;
    }

    private double left() {
        return extent.limit().toNanos() / 1e9 - elapsed();
    }

    private double done() {
        return spent < planned ? spent / planned : elapsed() / (elapsed() + Math.max(0, left()));
    }

    private Duration remaining() {
        double seconds = spent < planned ? Math.min(left(), planned - spent) : left();
        return Duration.ofMillis(Math.round(Math.max(0, seconds) * 1000));
    }
}
