package gilbench.bench.report;

import gilbench.bench.result.Block;
import gilbench.bench.result.Cell;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.Latency;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.Trial;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Distribution;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.Arrangement;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Cells of made-up trials, with intervals of two standard errors. */
final class SampleCells {
    private SampleCells() {}

    static List<Cell> of(List<Trial> trials) {
        Map<CellKey, List<Trial>> byCell =
                trials.stream().collect(Collectors.groupingBy(Trial::cell, LinkedHashMap::new, Collectors.toList()));
        return byCell.values().stream().map(SampleCells::cell).toList();
    }

    private static Cell cell(List<Trial> trials) {
        return trials.getFirst() instanceof Trial.LoadTrial
                ? load(trials.stream().map(Trial.LoadTrial.class::cast).toList())
                : program(trials.stream().map(Trial.ProgramTrial.class::cast).toList());
    }

    private static Verdict verdict(List<? extends Trial> trials) {
        return trials.stream().map(Trial::verdict).reduce(Verdict.VALID, Verdict::and);
    }

    private static List<Finding> findings(List<? extends Trial> trials) {
        return trials.stream()
                .flatMap(trial -> trial.findings().stream())
                .distinct()
                .toList();
    }

    private static Cell program(List<Trial.ProgramTrial> trials) {
        List<Block> blocks =
                trials.stream().flatMap(trial -> trial.blocks().stream()).toList();
        Map<Arrangement, Estimate> elapsed = new EnumMap<>(Arrangement.class);
        for (Arrangement arrangement : blocks.getFirst().service().keySet()) {
            elapsed.put(
                    arrangement,
                    estimate(
                            blocks,
                            block -> block.service()
                                            .getOrDefault(arrangement, Duration.ZERO)
                                            .toNanos()
                                    / 1e9));
        }
        Optional<Estimate> speedup = speedup(blocks, Block::service);
        Optional<Estimate> machine = speedup(blocks, Block::burners);
        Optional<Estimate> relative = machine.isEmpty()
                ? Optional.empty()
                : Optional.of(estimate(blocks, block -> ratio(block.service()) / ratio(block.burners())));
        return new Cell.ProgramCell(
                trials.getFirst().cell(),
                trials.getFirst().requests(),
                blocks.size(),
                elapsed,
                speedup,
                machine,
                relative,
                verdict(trials),
                findings(trials));
    }

    private static Optional<Estimate> speedup(List<Block> blocks, Function<Block, Map<Arrangement, Duration>> times) {
        return times.apply(blocks.getFirst()).size() < 2
                ? Optional.empty()
                : Optional.of(estimate(blocks, block -> ratio(times.apply(block))));
    }

    private static double ratio(Map<Arrangement, Duration> times) {
        return times.getOrDefault(Arrangement.SERIAL, Duration.ZERO).toNanos()
                / (double) times.getOrDefault(Arrangement.TOGETHER, Duration.ofNanos(1))
                        .toNanos();
    }

    private static Cell load(List<Trial.LoadTrial> trials) {
        List<Measurement> seen =
                trials.stream().map(Trial.LoadTrial::measurement).toList();
        Workload workload = seen.getFirst().workload();
        Map<End, Long> ends = new EnumMap<>(End.class);
        seen.forEach(each -> each.ends().forEach((end, n) -> ends.merge(end, n, Long::sum)));
        long all = ends.values().stream().mapToLong(Long::longValue).sum();
        Estimate throughput = estimate(seen, Measurement::throughput);
        return new Cell.LoadCell(
                trials.getFirst().cell(),
                workload,
                trials.getFirst().capacityShare(),
                trials.size(),
                all,
                workload instanceof Workload.Open open ? open.rate() : throughput.value(),
                throughput,
                latency(seen, Measurement::responseTime),
                latency(seen, Measurement::completedResponseTime),
                latency(seen, Measurement::serviceTime),
                1 - ends.getOrDefault(End.COMPLETED, 0L) / (double) all,
                estimate(
                        trials,
                        trial -> trial.serviceCpu().toNanos()
                                / 1e9
                                / trial.measurement().ended(End.COMPLETED)),
                seen.getFirst().budget(),
                seen.getFirst().inFlight(),
                Optional.empty(),
                ends,
                verdict(trials),
                findings(trials));
    }

    private static Latency latency(List<Measurement> seen, Function<Measurement, Distribution> times) {
        List<Distribution> parts = seen.stream().map(times).toList();
        Distribution all = Distribution.merge(parts);
        return new Latency(
                all.count(),
                estimate(parts, Distribution::mean),
                quantile(all, parts, 0.5),
                quantile(all, parts, 0.9),
                quantile(all, parts, 0.95),
                quantile(all, parts, 0.99),
                Estimate.single(all.max()));
    }

    private static Optional<Estimate> quantile(Distribution all, List<Distribution> parts, double q) {
        OptionalDouble value = all.quantile(q);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Estimate spread = estimate(parts, part -> part.quantile(q).orElse(value.getAsDouble()));
        return Optional.of(new Estimate(
                value.getAsDouble(),
                Math.min(spread.low(), value.getAsDouble()),
                Math.max(spread.high(), value.getAsDouble()),
                parts.size()));
    }

    private static <T> Estimate estimate(List<T> observations, ToDoubleFunction<T> value) {
        double[] values = observations.stream().mapToDouble(value).sorted().toArray();
        double mean = Arrays.stream(values).average().orElse(0);
        double squares =
                Arrays.stream(values).map(each -> (each - mean) * (each - mean)).sum();
        double error = values.length < 2 ? 0 : 2 * Math.sqrt(squares / (values.length - 1.0) / values.length);
        return new Estimate(mean, mean - error, mean + error, values.length);
    }
}
