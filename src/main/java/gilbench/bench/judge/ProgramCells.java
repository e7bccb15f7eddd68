package gilbench.bench.judge;

import gilbench.bench.result.Block;
import gilbench.bench.result.Cell.ProgramCell;
import gilbench.bench.result.Finding;
import gilbench.bench.result.Trial.ProgramTrial;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.Arrangement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * From the blocks of a program to its cell: each number is the median over blocks, each ratio one of back-to-back times within
 * a block; intervals are over launches, or over the blocks of a single launch.
 */
final class ProgramCells {
    private ProgramCells() {}

    static ProgramCell cell(List<ProgramTrial> trials, Verdict verdict, List<Finding> findings) {
        List<List<Block>> units = trials.size() == 1
                ? trials.getFirst().blocks().stream().map(List::of).toList()
                : trials.stream().map(ProgramTrial::blocks).toList();
        Resampling<List<Block>> blocks =
                Resampling.of(units, each -> each.stream().flatMap(List::stream).toList());
        return new ProgramCell(
                trials.getFirst().cell(),
                trials.getFirst().requests(),
                blocks.whole().size(),
                elapsed(blocks),
                median(blocks, block -> ratio(block.service())),
                median(blocks, block -> ratio(block.burners())),
                median(blocks, ProgramCells::relative),
                verdict,
                findings);
    }

    private static Map<Arrangement, Estimate> elapsed(Resampling<List<Block>> blocks) {
        Map<Arrangement, Estimate> elapsed = new EnumMap<>(Arrangement.class);
        for (Arrangement arrangement : Arrangement.values()) {
            median(blocks, block -> seconds(block.service(), arrangement))
                    .ifPresent(estimate -> elapsed.put(arrangement, estimate));
        }
        return elapsed;
    }

    private static Optional<Estimate> median(Resampling<List<Block>> blocks, Function<Block, OptionalDouble> number) {
        OptionalDouble whole = median(blocks.whole(), number);
        return whole.isPresent()
                ? Optional.of(blocks.estimate(whole.getAsDouble(), each -> median(each, number)))
                : Optional.empty();
    }

    private static OptionalDouble median(List<Block> blocks, Function<Block, OptionalDouble> number) {
        double[] sorted = blocks.stream()
                .map(number)
                .flatMapToDouble(OptionalDouble::stream)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of((sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
    }

    private static OptionalDouble relative(Block block) {
        OptionalDouble service = ratio(block.service());
        OptionalDouble burners = ratio(block.burners());
        return service.isPresent() && burners.isPresent()
                ? OptionalDouble.of(service.getAsDouble() / burners.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble ratio(Map<Arrangement, Duration> times) {
        OptionalDouble serial = seconds(times, Arrangement.SERIAL);
        OptionalDouble together = seconds(times, Arrangement.TOGETHER);
        return serial.isPresent() && together.isPresent() && together.getAsDouble() > 0
                ? OptionalDouble.of(serial.getAsDouble() / together.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble seconds(Map<Arrangement, Duration> times, Arrangement arrangement) {
        Duration time = times.get(arrangement);
        return time == null ? OptionalDouble.empty() : OptionalDouble.of(time.toNanos() / 1e9);
    }
}
