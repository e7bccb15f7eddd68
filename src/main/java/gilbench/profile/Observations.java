package gilbench.profile;

import gilbench.bench.stats.Bootstrap;
import gilbench.bench.stats.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What was seen of a service.
 *
 * @param triples at least one
 * @param workers processes that listen where the requests went; empty when it cannot be told
 * @param programs names of the programs that those run which answered
 * @param cores processors that the service may use
 * @param glimpses of lone requests under way, at moments that are evenly spread over a request
 * @param staggered requests that started when another was behind its wait, at offsets of {@link TailShare}
 */
public record Observations(
        List<Triple> triples,
        Set<Long> workers,
        Set<String> programs,
        int cores,
        List<Glimpse> glimpses,
        List<Staggered> staggered) {
    private static final double USUAL_OVERHEAD = 0.4e-3;
    private static final int SEED = 1;

    /** Copies the collections. */
    public Observations {
        triples = List.copyOf(triples);
        workers = Set.copyOf(workers);
        programs = Set.copyOf(programs);
        glimpses = List.copyOf(glimpses);
        staggered = List.copyOf(staggered);
        if (triples.isEmpty()) {
            throw new IllegalArgumentException("triples: none, must be at least 1");
        }
    }

    /** The same with requests that started later than others. */
    Observations with(List<Staggered> later) {
        return new Observations(triples, workers, programs, cores, glimpses, later);
    }

    /** Processor time of a lone request, seconds. */
    Estimate cpu() {
        return median(triples.stream().map(triple -> triple.one().cpu()));
    }

    /** The part of it behind the first wait, seconds; empty when no wait was seen. */
    Optional<Estimate> tail() {
        double cpu = cpu().value();
        return Timeline.tail(glimpses).map(share -> share.times(cpu));
    }

    /** How long a lone request takes, seconds. */
    double wall() {
        return median(triples.stream().map(triple -> triple.one().wall())).value();
    }

    /** What connection, driver and wake-ups take of it, seconds; where there is no baseline, what is usual. */
    double overhead() {
        List<Double> seen = triples.stream()
                .map(Triple::overhead)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        return seen.isEmpty() ? USUAL_OVERHEAD : median(seen.stream()).value();
    }

    private static Estimate median(Stream<Double> numbers) {
        return Bootstrap.median(numbers.toList(), SEED);
    }
}
