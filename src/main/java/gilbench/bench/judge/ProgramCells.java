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
 * From the blocks of a program to its cell: each ratio is one of back-to-back times within a block, each number the median over
 * the launches of their medians over blocks, with its interval over launches; of a single launch, over its blocks.
 */
final class ProgramCells {
    private ProgramCells() {}

    static ProgramCell cell(List<ProgramTrial> trials, Verdict verdict, List<Finding> findings) {
        List<List<Block>> units = trials.size() == 1
                ? trials.getFirst().blocks().stream().map(List::of).toList()
                : trials.stream().map(ProgramTrial::blocks).toList();
        return new ProgramCell(
                trials.getFirst().cell(),
                trials.getFirst().requests(),
                trials.stream().mapToInt(trial -> trial.blocks().size()).sum(),
                elapsed(units),
                median(units, block -> ratio(block.service())),
                median(units, block -> ratio(block.burners())),
                median(units, ProgramCells::relative),
                verdict,
                findings);
    }

    private static Map<Arrangement, Estimate> elapsed(List<List<Block>> units) {
        Map<Arrangement, Estimate> elapsed = new EnumMap<>(Arrangement.class);
        for (Arrangement arrangement : Arrangement.values()) {
            median(units, block -> seconds(block.service(), arrangement))
                    .ifPresent(estimate -> elapsed.put(arrangement, estimate));
        }
        return elapsed;
    }

    private static Optional<Estimate> median(List<List<Block>> units, Function<Block, OptionalDouble> number) {
        return Intervals.median(units.stream()
                .map(blocks -> medianOf(blocks, number))
                .flatMap(each -> each.stream().boxed())
                .toList());
    }

    private static OptionalDouble medianOf(List<Block> blocks, Function<Block, OptionalDouble> number) {
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
