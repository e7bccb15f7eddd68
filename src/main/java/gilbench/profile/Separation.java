package gilbench.profile;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.InterpreterProfile;
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
 * <p>What is seen depends on the order of the steps. The value supposes that a request does its Python first, but for that of its
 * {@link Tail}; where no tail is known, the part that an empty endpoint needs half before and half after the rest. The interval
 * reaches to the answer for a request that does half of that Python before and half after what releases the GIL, to the answers if all
 * of the waiting for a processor delayed them or none, and as far as the tail may be Python or not.
 */
final class Separation {
    private static final int GRID = Togetherness.GRID;
    private static final int SEED = 1;

    /** How well the time of a round is known in which nobody waited for a processor, seconds. */
    private static final double PRECISION = 2e-4;

    private final Togetherness simulated;
    private final double cpu;

    Separation(InterpreterProfile machine, int cores, double cpu, double io) {
        this.simulated = new Togetherness(machine, cores, cpu, io);
        this.cpu = cpu;
    }

    /**
     * The processor time with the GIL, seconds.
     *
     * @param behind Python that a request is supposed to do last, seconds
     */
    Estimate python(List<Triple> triples, double behind) {
        return python(triples, Order.first(behind / cpu), Order.halved(), Tail.NONE);
    }

    /** The same where it is known what is done behind the wait. */
    Estimate python(List<Triple> triples, Tail tail) {
        return python(triples, Order.first(tail, cpu), Order.halved(tail, cpu), tail);
    }

    private Estimate python(List<Triple> all, Order likely, Order other, Tail tail) {
        List<Triple> triples = all.stream().filter(Triple::met).toList();
        if (triples.isEmpty()) {
            return new Estimate(cpu / 2, 0, cpu, 0);
        }
        double[][] table = simulated.longer(likely);
        Shares shares = Shares.seen(triples);
        Estimate fitted = fitted(table, triples, shares);
        double waiting = fitted(table, triples, Shares.ALL).low();
        double split = fitted(simulated.longer(other), triples, Shares.NONE).high();
        double[] noise = {
            noise(triples, triple -> triple.second(shares.two)), noise(triples, triple -> triple.third(shares.three))
        };
        Estimate behind = tail.python();
        double value = Math.clamp(fitted.value(), behind.value(), cpu - tail.released());
        double low = flat(table, noise, Math.min(waiting, fitted.low()), -1) - (behind.value() - behind.low());
        double high = Math.max(split, flat(table, noise, fitted.high(), 1)) + (behind.high() - behind.value());
        return new Estimate(value, Math.clamp(low, behind.low(), value), Math.clamp(high, value, cpu), fitted.n());
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
}
