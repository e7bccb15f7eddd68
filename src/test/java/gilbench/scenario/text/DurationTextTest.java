package gilbench.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {
    @ParameterizedTest
    @CsvSource({
        "0ms, 0",
        "5us, 5000",
        "5ms, 5000000",
        "0.5ms, 500000",
        "2s, 2000000000",
        "1.5m, 90000000000",
        "0.001us, 1",
        "007ms, 7000000",
        "1.50s, 1500000000",
        "1000000s, 1000000000000000"
    })
    void parse_validText_givesItsNanoseconds(String text, long nanos) {
        assertThat(DurationText.parse(text)).isEqualTo(Duration.ofNanos(nanos));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''        | 1 | must begin with a digit",
                "ms        | 1 | must begin with a digit",
                "-5ms      | 1 | must begin with a digit",
                "+5ms      | 1 | must begin with a digit",
                ".5ms      | 1 | must begin with a digit",
                "5.ms      | 3 | must begin with a digit",
                "' 5ms'    | 1 | must begin with a digit",
                "٥ms       | 1 | must begin with a digit",
                "5         | 2 | must be a unit: us, ms, s or m",
                "5 ms      | 2 | must be a unit: us, ms, s or m",
                "'5ms '    | 2 | must be a unit: us, ms, s or m",
                "5e3ms     | 2 | must be a unit: us, ms, s or m",
                "5MS       | 2 | must be a unit: us, ms, s or m",
                "1,5ms     | 2 | must be a unit: us, ms, s or m",
                "5h        | 2 | must be a unit: us, ms, s or m",
                "0.0001us  | 1 | must be a whole number of nanoseconds",
                "1000001s  | 1 | must be at most 1000000s",
                "1000000000000000000000000000s | 1 | must have at most 24 characters"
            })
    void parse_invalidText_namesPositionAndBound(String text, int position, String bound) {
        ParseException thrown = catchThrowableOfType(ParseException.class, () -> DurationText.parse(text));
        assertThat(thrown.position()).isEqualTo(position);
        assertThat(thrown.bound()).isEqualTo(bound);
        assertThat(thrown).hasMessageContaining("at character " + position);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0ms",
        "1, 0.001us",
        "1500, 1.5us",
        "5000000, 5ms",
        "1500000, 1.5ms",
        "2000000000, 2s",
        "60000000000, 1m",
        "90000000000, 90s"
    })
    void format_duration_usesTheLargestFittingUnit(long nanos, String text) {
        assertThat(DurationText.format(Duration.ofNanos(nanos))).isEqualTo(text);
    }

    @Test
    void parse_formatted_givesTheSameDuration() {
        qt().forAll(longs().between(0, DurationText.MAX.toNanos()))
                .check(nanos -> DurationText.parse(DurationText.format(Duration.ofNanos(nanos)))
                        .equals(Duration.ofNanos(nanos)));
    }
}
