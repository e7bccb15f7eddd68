package gilbench.profile;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.InterpreterProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * Infers from observations what a request costs. A pure function of what was seen.
 *
 * @param machine the interpreter and the machine that the service is taken to run on
 */
public record Diagnostician(InterpreterProfile machine) {
    /** What a connection, a driver and wake-ups cost at most when there is no baseline to tell, seconds. */
    private static final double MOST_OVERHEAD = 1e-3;

    private static final double FEW_USABLE = 0.5;

    /** Share of the waiting that does not overlap, or of the processor time whose kind is unknown, that is worth a word. */
    private static final double LITTLE = 0.1;

    /** Waiting for a processor, as a share of the wall time, from which on it is worth a word. */
    private static final double CROWDED = 0.1;

    /** Processor time among others, against that of a request alone, that is worth a word. */
    private static final double OTHERWISE = 0.05;

    private static final int SEED = 1;

    /** What holds of one thread as long as nobody has looked at its GIL. */
    static final String NOT_SEPARABLE =
            "One thread does it all: its Python and what it calls without the GIL are not separable, and only their sum"
                    + " counts.";

    /** What {@code seen} says. */
    public Diagnosis diagnose(Observations seen) {
        List<String> remarks = new ArrayList<>();
        List<Triple> triples = seen.triples();
        Serving serving = Serving.of(triples);
        Estimate cpu = seen.cpu();
        Estimate io = io(triples, remarks);
        Cost cost = switch (serving) {
            case ONE_THREAD -> new Cost.Sum(cpu, io, blocking(triples, io, remarks), Optional.empty());
            case SEVERAL_THREADS -> separate(seen, cpu, io, remarks);
        };
        double crowded = median(triples, triple -> triple.three().meanCpu()).value() / cpu.value();
        if (Math.abs(crowded - 1) > OTHERWISE) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "Among others a request takes %.2f times the processor time of one that meets no other; predictions suppose that.",
                    crowded));
        }
        remarks.addAll(doubts(seen));
        return new Diagnosis(serving, workers(seen), threads(triples), cost, crowded, remarks);
    }

    private static Stream<Block> together(List<Triple> triples) {
        return triples.stream().flatMap(Triple::together);
    }

    private static int threads(List<Triple> triples) {
        return together(triples).mapToInt(block -> block.use().threads()).max().orElse(1);
    }

    private static int workers(Observations seen) {
        long served = together(seen.triples())
                .flatMap(block -> block.use().serving().stream())
                .distinct()
                .count();
        return Math.clamp(Math.max(served, seen.workers().size()), 1, 256);
    }

    private static Estimate io(List<Triple> triples, List<String> remarks) {
        if (triples.stream().allMatch(triple -> triple.overhead().isPresent())) {
            return reaching(
                    triples, triple -> triple.waiting() - triple.overhead().orElse(0), 0);
        }
        remarks.add(
                "Without a baseline (--baseline-url) the waiting contains what connection, driver and wake-ups cost.");
        return reaching(triples, Triple::waiting, MOST_OVERHEAD);
    }

    /** The median, with an interval down to where it is without waiting for a processor and without {@code overhead}. */
    private static Estimate reaching(List<Triple> triples, ToDoubleFunction<Triple> waiting, double overhead) {
        Estimate all = median(triples, waiting);
        double least = median(
                        triples,
                        triple -> waiting.applyAsDouble(triple) - triple.one().waited())
                .low();
        return atLeastZero(new Estimate(all.value(), Math.min(all.low(), least) - overhead, all.high(), all.n()));
    }

    private static Estimate blocking(List<Triple> triples, Estimate io, List<String> remarks) {
        remarks.add(NOT_SEPARABLE);
        List<Double> seen = present(triples, triple -> blocked(triple, triple.second(WaitingShare.LIKELY), io));
        if (seen.isEmpty()) {
            remarks.add("No two requests met in one process: whether its waiting overlaps cannot be told.");
            return new Estimate(io.value(), 0, io.value(), 0);
        }
        Estimate fitted = Bootstrap.median(seen, SEED);
        double least = Bootstrap.median(present(triples, triple -> blocked(triple, triple.second(1), io)), SEED)
                .low();
        Estimate blocking = within(
                new Estimate(fitted.value(), Math.min(least, fitted.low()), fitted.high(), fitted.n()), io.value());
        if (io.value() > MOST_OVERHEAD && blocking.low() > LITTLE * io.value()) {
            remarks.add(String.format(
                    Locale.ROOT,
                    "%.0f %% of the waiting does not overlap with other requests: it blocks the event loop, or the worker is"
                            + " synchronous.",
                    100 * blocking.value() / io.value()));
        }
        return blocking;
    }

    /** Waiting that does not overlap, when two requests take {@code longer} than one. */
    private static OptionalDouble blocked(Triple triple, OptionalDouble longer, Estimate io) {
        return longer.isPresent()
                ? OptionalDouble.of(Math.clamp(longer.getAsDouble() - triple.cpuOfMet(), 0, io.value()))
                : OptionalDouble.empty();
    }

    private Cost separate(Observations seen, Estimate cpu, Estimate io, List<String> remarks) {
        List<Triple> triples = seen.triples();
        double empty = present(
                        triples,
                        triple -> triple.baseline()
                                .map(block -> OptionalDouble.of(block.cpu()))
                                .orElseGet(OptionalDouble::empty))
                .stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
        Separation separation = new Separation(machine, seen.cores(), cpu.value(), io.value());
        Optional<Estimate> behind = io.value() > MOST_OVERHEAD ? seen.tail() : Optional.empty();
        Optional<Estimate> share =
                new TailShare(seen.overhead(), machine.interpreter().switchInterval()).of(seen.staggered());
        Optional<Tail> tail = behind.map(all -> Tail.seen(all, empty, share));
        tail.filter(known -> known.released() > LITTLE * cpu.value())
                .map(known -> doubt(known, share.isPresent()))
                .ifPresent(remarks::add);
        Estimate python =
                tail.isPresent() ? separation.python(triples, tail.get()) : separation.python(triples, empty / 2);
        if (python.n() == 0) {
            remarks.add("No two requests met in one process: how much of the processor time is Python cannot be told.");
        } else if (python.high() - python.low() > cpu.value() / 2) {
            remarks.add(
                    "How much of the processor time is Python is hardly to be told from three requests at once: see the"
                            + " interval.");
        }
        return Cost.Separate.of(cpu, python, io);
    }

    private static String doubt(Tail tail, boolean asked) {
        String python = asked
                ? String.format(
                        Locale.ROOT,
                        "%.1f of them are taken as Python, more may follow calls that release the GIL",
                        1e3 * tail.python().value())
                : "how much of it is Python cannot be told";
        return String.format(
                Locale.ROOT,
                "%.1f ms are used after the waiting, where simultaneous requests do not meet: %s, see the interval.",
                1e3 * tail.all(),
                python);
    }

    private static List<String> doubts(Observations seen) {
        List<String> doubts = new ArrayList<>();
        List<Block> blocks = together(seen.triples()).toList();
        long apart = blocks.stream().filter(block -> !block.usable()).count();
        if (apart > FEW_USABLE * blocks.size()) {
            doubts.add(apart + " of " + blocks.size() + " blocks were served by several processes and are not used.");
        }
        if (blocks.stream()
                        .mapToDouble(block -> block.waited() / block.wall())
                        .average()
                        .orElse(0)
                > CROWDED) {
            doubts.add(
                    "Threads often waited for a processor: others use this machine, or it has too few cores to tell.");
        }
        if (blocks.stream()
                .anyMatch(
                        block -> block.use().processes().values().stream().anyMatch(process -> process.ended() > 0))) {
            doubts.add("Threads ended while they were watched: their time is known to 10 ms only.");
        }
        if (seen.programs().stream().noneMatch(name -> name.startsWith("python"))) {
            doubts.add("What answers is no python executable, but " + String.join(", ", seen.programs()) + ".");
        }
        return doubts;
    }

    private static Estimate median(List<Triple> triples, ToDoubleFunction<Triple> number) {
        return Bootstrap.median(triples.stream().map(number::applyAsDouble).toList(), SEED);
    }

    private static List<Double> present(List<Triple> triples, Function<Triple, OptionalDouble> number) {
        return triples.stream()
                .map(number)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
    }

    private static Estimate atLeastZero(Estimate any) {
        return new Estimate(Math.max(0, any.value()), Math.max(0, any.low()), Math.max(0, any.high()), any.n());
    }

    private static Estimate within(Estimate any, double most) {
        return new Estimate(
                any.value(), Math.clamp(any.low(), 0, any.value()), Math.clamp(any.high(), any.value(), most), any.n());
    }
}
