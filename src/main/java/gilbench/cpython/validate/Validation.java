package gilbench.cpython.validate;

import gilbench.bench.result.RunState;
import gilbench.bench.runner.Progress;
import gilbench.bench.runner.RunClock;
import gilbench.cpython.probe.ProbeRunner;
import gilbench.cpython.probe.ProbeSide;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
 * repetitions that the extent asks for, the undecided cases have more of them until its time is up, always the one whose
 * next metric seems to be decided soonest, and none that seems to need more than {@value #ROUGHLY} times what is left.
 */
public final class Validation {
    private static final int ATTEMPTS = 4;

    /** How far an estimate of the time that decides may be too high. */
    private static final int ROUGHLY = 2;

    private final Sides sides;
    private final ExperimentList list;
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
    public Validation(Sides sides, ExperimentList list, double mostForeign, RunClock clock, Progress progress) {
        this.sides = sides;
        this.list = list;
        this.extent = list.extent();
        this.mostForeign = mostForeign;
        this.clock = clock;
        this.progress = progress;
        this.records = list.cases().stream()
                .map(experiment -> new ExperimentRecord(experiment, extent))
                .toList();
        this.planned = list.plannedSeconds();
    }

    /**
     * Carries everything out; interrupted, it ends early with what it has. What the calibration took longer than usual is
     * missing at the end.
     *
     * @param python the name of the real side
     * @param store is given all results so far after each experiment
     */
    public ValidationResult run(String python, Consumer<ValidationResult> store) {
        began = clock.nanos() - sides.calibration().repeated().toNanos();
        try {
            for (ExperimentRecord record : records) {
                for (int i = 0; i < extent.repetitions() && left() > 0; i++) {
                    repeat(record);
                }
                record.predicted(sides.predictor().predict(record.experiment().task()));
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
        Optional<ExperimentRecord> next = next();
        while (next.isPresent()) {
            repeat(next.get());
            next = next();
        }
    }

    private Optional<ExperimentRecord> next() {
        return records.stream()
                .filter(record -> record.experiment().seconds() < left())
                .filter(record -> record.secondsToDecide() < ROUGHLY * left())
                .min(Comparator.comparingDouble(ExperimentRecord::secondsToDecide));
    }

    private void repeat(ExperimentRecord record) throws InterruptedException {
        progress.begin(record.experiment().title(), done(), remaining());
        record.attempt();
        Map<ProbeSide, Observation> seen = new EnumMap<>(ProbeSide.class);
        List<ProbeSide> order = new ArrayList<>(List.of(ProbeSide.values()));
        Collections.rotate(order, record.size());
        for (ProbeSide side : order) {
            observe(side, record).ifPresent(each -> seen.put(side, each));
        }
        if (seen.size() == order.size()) {
            record.add(seen);
        }
        spent += record.experiment().seconds();
    }

    private Optional<Observation> observe(ProbeSide side, ExperimentRecord record) throws InterruptedException {
        for (int attempt = 0; attempt < ATTEMPTS && left() > 0; attempt++) {
            ProbeRunner.MachineReading before = sides.probes().reading();
            Observation seen = sides.observe(side, record.experiment().task(), record.size() + 1L);
            if (sides.probes().reading().quietSince(before, mostForeign)) {
                return Optional.of(seen);
            }
            discarded++;
        }
        return Optional.empty();
    }

    private ValidationResult result(String python, RunState state) {
        return ValidationResult.of(
                python,
                list,
                state,
                records.stream().flatMap(record -> record.rows().stream()).toList(),
                discarded,
                sides.calibration().disturbed());
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
