package gilbench.bench.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionTest {
    private static Distribution of(LongStream micros) {
        Distribution.Recorder recorder = Distribution.recorder();
        micros.forEach(each -> recorder.record(each * 1000));
        return recorder.snapshot();
    }

    private static Distribution oneTo(int n) {
        return of(LongStream.rangeClosed(1, n));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 20", "0.9, 100", "0.95, 200", "0.99, 1000", "0.999, 10000"})
    void quantile_tooFewValues_isAbsent(double q, int fewest) {
        assertThat(oneTo(fewest - 1).quantile(q)).isEmpty();
        assertThat(oneTo(fewest).quantile(q)).isPresent();
    }

    @Test
    void quantile_uniformValues_isTheRank() {
        assertThat(oneTo(1000).quantile(0.99).orElseThrow()).isCloseTo(990e-6, within(1e-6));
        assertThat(oneTo(1000).quantile(0.5).orElseThrow()).isCloseTo(500e-6, within(1e-6));
        assertThat(oneTo(1000).quantile(0).orElseThrow()).isCloseTo(1e-6, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 1.5, Double.NaN})
    void quantile_outOfBounds_isRefused(double q) {
        assertThatThrownBy(() -> oneTo(100).quantile(q)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mean_values_isExactBelowTheResolution() {
        assertThat(oneTo(1000).mean()).isCloseTo(500.5e-6, within(1e-9));
        assertThat(oneTo(1000).max()).isCloseTo(1000e-6, within(1e-9));
    }

    @Test
    void mean_longValues_isWithinThreeDigits() {
        Distribution distribution = of(LongStream.of(123_456_789, 234_567_890));

        assertThat(distribution.mean()).isCloseTo(179.0123395, within(0.18));
        assertThat(distribution.max()).isCloseTo(234.56789, within(0.24));
    }

    @Test
    void empty_everything_isZeroOrAbsent() {
        assertThat(Distribution.empty().count()).isZero();
        assertThat(Distribution.empty().mean()).isZero();
        assertThat(Distribution.empty().max()).isZero();
        assertThat(Distribution.empty().quantile(0.5)).isEmpty();
        assertThat(Distribution.empty().shareAtMost(1)).isEqualTo(1);
    }

    @Test
    void shareAtMost_values_isTheirShare() {
        assertThat(oneTo(1000).shareAtMost(250e-6)).isCloseTo(0.25, within(1e-9));
        assertThat(oneTo(1000).shareAtMost(1)).isEqualTo(1);
        assertThat(oneTo(1000).shareAtMost(0)).isZero();
    }

    @Test
    void shareAtMost_beyondTheHighest_isOne() {
        assertThat(oneTo(1000).shareAtMost(1e9)).isEqualTo(1);
    }

    @Test
    void record_outOfRange_isClamped() {
        Distribution.Recorder recorder = Distribution.recorder();
        recorder.record(-5);
        recorder.record(Duration.ofDays(1).toNanos());

        assertThat(recorder.snapshot().count()).isEqualTo(2);
        assertThat(recorder.snapshot().max()).isCloseTo(600, within(0.6));
    }

    @Test
    void snapshot_laterRecords_doNotShowInIt() {
        Distribution.Recorder recorder = Distribution.recorder();
        Distribution before = recorder.snapshot();
        recorder.record(1000);

        assertThat(before.count()).isZero();
        assertThat(recorder.snapshot().count()).isEqualTo(1);
    }

    @Test
    void merge_parts_isTheDistributionOfAllValues() {
        qt().forAll(
                        lists().of(integers().between(0, 10_000_000)).ofSizeBetween(0, 50),
                        integers().between(0, 50))
                .checkAssert((values, cut) -> {
                    int split = Math.min(cut, values.size());
                    Distribution merged = Distribution.merge(List.of(
                            of(values.subList(0, split).stream().mapToLong(i -> i)),
                            of(values.subList(split, values.size()).stream().mapToLong(i -> i))));
                    assertThat(merged.encoded())
                            .isEqualTo(of(values.stream().mapToLong(i -> i)).encoded());
                });
    }

    @Test
    void decode_encoded_isTheSame() {
        Distribution distribution = oneTo(5000);
        Distribution read = Distribution.decode(distribution.encoded());

        assertThat(read.count()).isEqualTo(5000);
        assertThat(read.quantile(0.99)).isEqualTo(distribution.quantile(0.99));
        assertThat(read.mean()).isEqualTo(distribution.mean());
        assertThat(Distribution.merge(List.of(read, oneTo(10))).count()).isEqualTo(5010);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!!", "aGVsbG8=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void decode_somethingElse_isRefused(String text) {
        assertThatThrownBy(() -> Distribution.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
