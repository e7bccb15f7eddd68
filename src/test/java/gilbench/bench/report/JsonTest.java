package gilbench.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.longs;

import gilbench.bench.result.Block;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.InFlight;
import gilbench.bench.result.MeanBudget;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.Trial;
import gilbench.bench.stats.Distribution;
import gilbench.scenario.Arrangement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.TimeBudget;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final RecursiveComparisonConfiguration BY_ENCODING = RecursiveComparisonConfiguration.builder()
            .withEqualsForType((one, other) -> one.encoded().equals(other.encoded()), Distribution.class)
            .withStrictTypeChecking(true)
            .build();

    @Test
    void distribution_anyValues_comesBackTheSame() {
        qt().forAll(lists().of(longs().between(0, 700_000_000_000L)).ofSizeBetween(0, 300))
                .checkAssert(values -> {
                    Distribution before = distribution(values);
                    Distribution after =
                            Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(before), Distribution.class);
                    assertThat(after.encoded()).isEqualTo(before.encoded());
                    assertThat(after.count()).isEqualTo(before.count());
                    assertThat(after.mean()).isEqualTo(before.mean());
                    assertThat(after.max()).isEqualTo(before.max());
                    assertThat(after.quantile(0.9)).isEqualTo(before.quantile(0.9));
                    assertThat(after.shareAtMost(0.2)).isEqualTo(before.shareAtMost(0.2));
                });
    }

    @Test
    void trial_anyValues_comesBackTheSame() {
        qt().withExamples(200).forAll(integers().all()).checkAssert(seed -> {
            Random random = new Random(seed);
            Trial before = random.nextBoolean() ? load(random) : program(random);
            Trial after = Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(before), Trial.class);
            assertThat(after).usingRecursiveComparison(BY_ENCODING).isEqualTo(before);
        });
    }

    @Test
    void duration_anyNanoseconds_isAPlainDecimalOfSeconds() {
        qt().forAll(longs().between(0, 10_000_000_000_000L)).checkAssert(nanos -> {
            String json = Json.MAPPER.writeValueAsString(Duration.ofNanos(nanos));
            assertThat(json).matches("[0-9]+(\\.[0-9]*[1-9])?");
            assertThat(Json.MAPPER.readValue(json, Duration.class)).isEqualTo(Duration.ofNanos(nanos));
        });
    }

    private static Distribution distribution(List<Long> nanos) {
        Distribution.Recorder recorder = Distribution.recorder();
        nanos.forEach(recorder::record);
        return recorder.snapshot();
    }

    private static Distribution distribution(Random random) {
        return distribution(
                random.longs(random.nextInt(60), 0, 5_000_000_000L).boxed().toList());
    }

    private static Trial load(Random random) {
        Workload workload = random.nextBoolean()
                ? new Workload.Open(ArrivalPattern.POISSON, random.nextDouble(0.001, 10_000))
                : new Workload.Closed(
                        1 + random.nextInt(100),
                        random.nextBoolean() ? OptionalInt.of(1 + random.nextInt(9)) : OptionalInt.empty(),
                        duration(random));
        Measurement measurement = new Measurement(
                workload,
                duration(random),
                count(random),
                count(random),
                count(random),
                Map.of(End.COMPLETED, count(random), End.WORKER_LOST, count(random)),
                distribution(random),
                distribution(random),
                distribution(random),
                Distribution.empty(),
                random.nextBoolean() ? MeanBudget.NONE : new MeanBudget(count(random), budget(random)),
                new InFlight(count(random), count(random), random.nextDouble(), count(random)),
                List.of(count(random), count(random)),
                duration(random));
        return new Trial.LoadTrial(
                key(random),
                random.nextInt(50),
                random.nextInt(5000),
                measurement,
                random.nextBoolean() ? OptionalDouble.of(random.nextDouble()) : OptionalDouble.empty(),
                duration(random),
                findings(random));
    }

    private static Trial program(Random random) {
        Block block = new Block(
                Map.of(Arrangement.SERIAL, duration(random), Arrangement.TOGETHER, duration(random)),
                random.nextBoolean() ? Map.of() : Map.of(Arrangement.SERIAL, duration(random)));
        return new Trial.ProgramTrial(
                key(random), random.nextInt(50), random.nextInt(5000), 5, List.of(block, block), findings(random));
    }

    private static TimeBudget budget(Random random) {
        return TimeBudget.within(
                count(random), count(random), count(random), count(random), count(random), count(random));
    }

    private static CellKey key(Random random) {
        return new CellKey("d" + random.nextInt(9), "e", random.nextInt(900) / 10.0 + "/s");
    }

    private static List<Finding> findings(Random random) {
        List<FindingType> types = List.of(FindingType.values());
        FindingType type = types.get(random.nextInt(types.size()));
        return random.nextBoolean()
                ? List.of()
                : List.of(new Finding(type, "seen \"1 < 2\"\n\u2028 " + random.nextInt()));
    }

    private static long count(Random random) {
        return random.nextLong(0, 10_000_000_000L);
    }

    private static Duration duration(Random random) {
        return Duration.ofNanos(random.nextLong(0, 1_000_000_000_000L));
    }
}
