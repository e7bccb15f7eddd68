package gilbench.bench.judge;

import gilbench.bench.result.Cell;
import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.Cell.ProgramCell;
import gilbench.bench.result.Conclusion;
import gilbench.scenario.Experiment;
import gilbench.scenario.Plan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The conclusion table: for each type of task the deployments under the GIL that measured best, and the numbers that say so.
 *
 * <p>Only usable cells count. Programs decide before loads for CPU-bound and I/O-bound tasks, loads before programs for mixed ones.
 */
public final class Conclusions {
    private static final String UNDECIDED = "undecided";
    private static final String NOT_MEASURED = "not measured";

    private final Plan plan;
    private final Naming naming;
    private final List<ProgramCell> programs;
    private final List<LoadCell> loads;

    private Conclusions(Plan plan, List<Cell> cells) {
        this.plan = plan;
        this.naming = new Naming(plan);
        this.programs = only(ProgramCell.class, cells);
        this.loads = only(LoadCell.class, cells);
    }

    /** One row for each task type: CPU-bound, I/O-bound, mixed. */
    public static List<Conclusion> of(Plan plan, List<Cell> cells) {
        return new Conclusions(plan, cells).rows();
    }

    private List<Conclusion> rows() {
        Optional<Ruling> cpu = ruling(TaskType.CPU_BOUND);
        Optional<Ruling> io = ruling(TaskType.IO_BOUND);
        Conclusion mixed = ruling(TaskType.MIXED)
                .map(ruling -> row(TaskType.MIXED, ruling))
                .or(() -> split(cpu, io))
                .orElseGet(() -> notMeasured(TaskType.MIXED));
        return List.of(
                cpu.map(ruling -> row(TaskType.CPU_BOUND, ruling)).orElseGet(() -> notMeasured(TaskType.CPU_BOUND)),
                io.map(ruling -> row(TaskType.IO_BOUND, ruling)).orElseGet(() -> notMeasured(TaskType.IO_BOUND)),
                mixed);
    }

    private Optional<Ruling> ruling(TaskType type) {
        Comparator<Experiment> programsFirst =
                Comparator.comparingInt(experiment -> experiment instanceof Experiment.Program ? 0 : 1);
        return plan.experiments().stream()
                .filter(experiment -> TaskType.of(experiment.profile()).equals(Optional.of(type)))
                .sorted(type == TaskType.MIXED ? programsFirst.reversed() : programsFirst)
                .flatMap(experiment -> ruling(experiment).stream())
                .findFirst();
    }

    private Optional<Ruling> ruling(Experiment experiment) {
        return switch (experiment) {
            case Experiment.Program program -> new ProgramRuling(plan, program, programs).ruling();
            case Experiment.Load load -> new LoadRuling(plan, load, loads).ruling();
        };
    }

    private Conclusion row(TaskType type, Ruling ruling) {
        int measured = ruling.contest().entries().size();
        if (measured == 1) {
            return new Conclusion(
                    type.label(), UNDECIDED, "only one deployment under the GIL has usable numbers. " + ruling.why());
        }
        return ruling.best().isEmpty()
                ? new Conclusion(type.label(), UNDECIDED, "no difference beyond the noise. " + ruling.why())
                : new Conclusion(type.label(), naming.of(ruling.best()), ruling.why());
    }

    private Optional<Conclusion> split(Optional<Ruling> cpu, Optional<Ruling> io) {
        List<Contest.Entry> forCpu = cpu.map(Ruling::best).orElse(List.of());
        List<Contest.Entry> forIo = io.map(Ruling::best).orElse(List.of());
        boolean apart = Stream.of(forCpu, forIo).noneMatch(List::isEmpty)
                && forCpu.stream()
                        .noneMatch(one -> forIo.stream()
                                .anyMatch(other -> other.deployment().equals(one.deployment())));
        return apart
                ? Optional.of(new Conclusion(
                        TaskType.MIXED.label(),
                        "split: CPU in " + naming.of(forCpu) + ", waiting in " + naming.of(forIo),
                        "follows from the two rows above; no mixed request was measured"))
                : Optional.empty();
    }

    private static Conclusion notMeasured(TaskType type) {
        return new Conclusion(type.label(), NOT_MEASURED, "the plan has no usable cell of this type under the GIL");
    }

    private static <T extends Cell> List<T> only(Class<T> type, List<Cell> cells) {
        return cells.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
