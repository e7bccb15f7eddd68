package gilbench.profile;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import gilbench.predict.Mix;
import gilbench.predict.Scenario;
import gilbench.predict.Simultaneous;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Which part of a request's processor time needs the GIL: that with which a simulation of two and three simultaneous requests
 * on the threads of one process takes as much longer than one request as it was measured.
 *
 * <p>A share of the waiting for a processor delayed the last answer ({@link WaitingShare}) and is left out; what was seen counts
 * the less the longer threads waited.
 *
 * <p>What is seen depends on the order of the steps. The value supposes that a request does its Python first, the part that an
 * empty endpoint needs too half before and half after the rest; the interval reaches to the answer for a request that does half of
 * its Python before and half after what releases the GIL, and to the answers if all of the waiting for a processor delayed them or none.
 */
final class Separation {
    private static final int GRID = 32;
    private static final int REPETITIONS = 8;
    private static final int THREADS = 16;
    private static final int SEED = 1;

    /** How well the time of a round is known in which nobody waited for a processor, seconds. */
    private static final double PRECISION = 2e-4;

    private final InterpreterProfile machine;
    private final int cores;
    private final double cpu;
    private final double io;

    Separation(InterpreterProfile machine, int cores, double cpu, double io) {
        this.machine = machine;
        this.cores = cores;
        this.cpu = cpu;
        this.io = io;
    }

    /**
     * The processor time with the GIL, seconds.
     *
     * @param behind Python that a request does last, seconds
     */
    Estimate python(List<Triple> all, double behind) {
        List<Triple> triples = all.stream().filter(Triple::met).toList();
        if (triples.isEmpty()) {
            return new Estimate(cpu / 2, 0, cpu, 0);
        }
        double[][] likely = table(behind / cpu, 0);
        Shares shares = Shares.seen(triples);
        Estimate fitted = fitted(likely, triples, shares);
        double waiting = fitted(likely, triples, Shares.ALL).low();
        double split = fitted(table(0, 0.5), triples, Shares.NONE).high();
        double[] noise = {
            noise(triples, triple -> triple.second(shares.two)), noise(triples, triple -> triple.third(shares.three))
        };
        return new Estimate(
                fitted.value(),
                Math.clamp(flat(likely, noise, Math.min(waiting, fitted.low()), -1), 0, fitted.value()),
                Math.clamp(Math.max(split, flat(likely, noise, fitted.high(), 1)), fitted.value(), cpu),
                fitted.n());
    }

    /** Which share of the waiting for a processor is left out of rounds of two and of three requests. */
    private record Shares(double two, double three) {
        static final Shares NONE = new Shares(0, 0);
        static final Shares ALL = new Shares(1, 1);

        static Shares seen(List<Triple> triples) {
            return new Shares(of(triples, Triple::two), of(triples, Triple::three));
        }

        private static double of(List<Triple> triples, Function<Triple, Block> block) {
            return WaitingShare.of(
                    triples.stream().map(block).filter(Block::usable).toList());
        }
    }

    private Estimate fitted(double[][] table, List<Triple> triples, Shares shares) {
        return Bootstrap.median(
                triples.stream()
                        .map(triple -> Math.clamp(cpu - released(triple, fit(table, triple, shares)), 0, cpu))
                        .toList(),
                SEED);
    }

    /** The rest of the processor time of simultaneous requests that had so much Python. */
    private static double released(Triple triple, double python) {
        return Math.max(0, triple.cpuOfMet() - python);
    }

    /** How far the truth may be from the median of what was seen, seconds; at least a hundredth of the processor time. */
    private double noise(List<Triple> triples, Function<Triple, OptionalDouble> longer) {
        List<Double> seen = triples.stream()
                .map(longer)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        if (seen.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        Estimate median = Bootstrap.median(seen, SEED);
        return Math.max(cpu / 100, (median.high() - median.low()) / 2);
    }

    /** How much longer two and three requests take than one, for each share of the grid, seconds. */
    private double[][] table(double behind, double behindShare) {
        double[][] longer = new double[GRID + 1][];
        for (int i = 0; i <= GRID; i++) {
            double python = (double) i / GRID;
            double last = Math.min(python, Math.max(behind, behindShare * python));
            Scenario scenario = scenario(profile(python - last, last));
            double one = Simultaneous.lastEnd(scenario, 1, REPETITIONS);
            longer[i] = new double[] {
                Simultaneous.lastEnd(scenario, 2, REPETITIONS) - one,
                Simultaneous.lastEnd(scenario, 3, REPETITIONS) - one
            };
        }
        return longer;
    }

    private double fit(double[][] table, Triple triple, Shares shares) {
        OptionalDouble second = triple.second(shares.two);
        OptionalDouble third = triple.third(shares.three);
        double ofSecond = precision(triple.two());
        double ofThird = precision(triple.three());
        double best = Double.POSITIVE_INFINITY;
        double found = 0;
        int fine = 20;
        for (int i = 0; i < GRID * fine; i++) {
            double[] low = table[i / fine];
            double[] high = table[i / fine + 1];
            double part = (double) (i % fine) / fine;
            double error =
                    error(low[0], high[0], part, second, ofSecond) + error(low[1], high[1], part, third, ofThird);
            if (error < best) {
                best = error;
                found = (double) i / (GRID * fine);
            }
        }
        return found * cpu;
    }

    private static double precision(Block block) {
        return PRECISION + block.waited();
    }

    private static double error(double low, double high, double part, OptionalDouble seen, double precision) {
        double difference = seen.isPresent() ? low + part * (high - low) - seen.getAsDouble() : 0;
        return difference * difference / (precision * precision);
    }

    /** How far from {@code python} one can go without a difference that is more than noise. */
    private double flat(double[][] table, double[] noise, double python, int direction) {
        int from = (int) Math.round(python / cpu * GRID);
        int to = from;
        while (to + direction >= 0
                && to + direction <= GRID
                && Math.abs(table[to + direction][0] - table[from][0]) < noise[0]
                && Math.abs(table[to + direction][1] - table[from][1]) < noise[1]) {
            to += direction;
        }
        return to == from ? python : to * cpu / GRID;
    }

    private RequestProfile profile(double before, double behind) {
        List<Step> steps = new ArrayList<>();
        steps.add(cpu(StepKind.PYTHON, before));
        steps.add(cpu(StepKind.NATIVE, Math.max(0, 1 - before - behind)));
        steps.add(new Step(StepKind.IO, Duration.ofMillis(Math.round(io * 1e3))));
        steps.add(cpu(StepKind.PYTHON, behind));
        steps.removeIf(step -> step.duration().isZero());
        return new RequestProfile(steps);
    }

    private Step cpu(StepKind kind, double share) {
        return new Step(kind, Duration.ofNanos(Math.round(share * cpu * 1e9)));
    }

    private Scenario scenario(RequestProfile profile) {
        Deployment one = Deployment.of(ConcurrencyModel.THREAD_PER_REQUEST, machine.interpreter(), cores);
        Deployment threads = new Deployment(
                one.model(), one.interpreter(), 1, THREADS, one.queue(), one.maxInFlight(), cores, one.deadline());
        return Scenario.of(threads, Mix.of(profile), new Workload.Open(ArrivalPattern.CONSTANT, 1))
                .on(machine.times());
    }
}
