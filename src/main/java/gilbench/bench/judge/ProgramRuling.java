package gilbench.bench.judge;

import gilbench.bench.judge.Contest.Better;
import gilbench.bench.judge.Contest.Entry;
import gilbench.bench.result.Cell.ProgramCell;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.Arrangement;
import gilbench.scenario.Experiment;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import gilbench.scenario.StepKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a program says: by its speed-up where it only computes and was also run one after the other, else by its elapsed time. */
final class ProgramRuling {
    private final Plan plan;
    private final Experiment.Program program;
    private final List<ProgramCell> cells;
    private final Naming naming;

    ProgramRuling(Plan plan, Experiment.Program program, List<ProgramCell> cells) {
        this.plan = plan;
        this.program = program;
        this.cells = cells.stream()
                .filter(cell -> cell.key().experiment().equals(program.name()))
                .filter(cell -> cell.verdict() != Verdict.INVALID)
                .toList();
        this.naming = new Naming(plan);
    }

    /** The ruling, if a deployment under the GIL has a usable cell. */
    Optional<Ruling> ruling() {
        boolean computes = program.profile().sum(StepKind.IO).isZero();
        return computes && program.arrangements().size() == 2
                ? ruling(
                        ProgramCell::speedup,
                        Better.HIGHER,
                        Quote::times,
                        what() + ", speed-up over one after the other: ")
                : ruling(ProgramRuling::together, Better.LOWER, Quote::seconds, what() + " at once: ");
    }

    private Optional<Ruling> ruling(
            Function<ProgramCell, Optional<Estimate>> number,
            Better better,
            Function<Estimate, String> quote,
            String opening) {
        Contest contest = new Contest(entries(number, kind -> kind == InterpreterKind.GIL), better);
        if (contest.entries().isEmpty()) {
            return Optional.empty();
        }
        List<Entry> first = contest.first();
        Stream<Entry> rest = Stream.concat(
                contest.entries().stream().filter(entry -> !first.contains(entry)),
                entries(number, kind -> kind != InterpreterKind.GIL).stream());
        String numbers = Stream.concat(first.stream(), rest)
                .map(entry -> naming.of(entry.deployment()) + " " + quote.apply(entry.value()))
                .collect(Collectors.joining("; "));
        return Optional.of(Ruling.of(contest, opening + numbers + machine(first, better)));
    }

    private List<Entry> entries(Function<ProgramCell, Optional<Estimate>> number, Predicate<InterpreterKind> kind) {
        List<Entry> entries = new ArrayList<>();
        for (NamedDeployment deployment : plan.deployments()) {
            if (kind.test(deployment.deployment().interpreter().kind())) {
                cells.stream()
                        .filter(cell -> cell.key().deployment().equals(deployment.name()))
                        .findFirst()
                        .flatMap(number)
                        .ifPresent(value -> entries.add(new Entry(deployment, value)));
            }
        }
        return entries;
    }

    private static Optional<Estimate> together(ProgramCell cell) {
        return Optional.ofNullable(cell.elapsed().get(Arrangement.TOGETHER));
    }

    private String machine(List<Entry> first, Better better) {
        return better == Better.LOWER
                ? ""
                : cells.stream()
                        .filter(cell -> cell.key()
                                .deployment()
                                .equals(first.getFirst().deployment().name()))
                        .findFirst()
                        .flatMap(ProgramCell::machineSpeedup)
                        .map(speedup -> "; the machine itself " + Quote.times(speedup))
                        .orElse("");
    }

    private String what() {
        double cpu = program.profile().cpu().toNanos() / 1e9;
        double io = program.profile().sum(StepKind.IO).toNanos() / 1e9;
        String each = Stream.of(
                        cpu > 0 ? Quote.duration(cpu) + " of CPU" : "",
                        io > 0 ? Quote.duration(io) + " of waiting" : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" and "));
        return program.requests() + " requests of " + each;
    }
}
