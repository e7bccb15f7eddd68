package gilbench.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import gilbench.scenario.Objective;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectiveTextTest {
    @Test
    void parse_validText_givesPercentileBoundAndErrors() {
        assertThat(ObjectiveText.parse("p99<200ms,errors<0.1%"))
                .isEqualTo(new Objective(0.99, Duration.ofMillis(200), 0.001));
        assertThat(ObjectiveText.parse("p99.9<1.5s,errors<0%"))
                .isEqualTo(new Objective(0.999, Duration.ofMillis(1500), 0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                     | 1  | must be 'p'",
                "q99<200ms,errors<1%    | 1  | must be 'p'",
                "p<200ms,errors<1%      | 2  | must begin with a digit",
                "p100<200ms,errors<1%   | 2  | must be above 0 and below 100",
                "p0<200ms,errors<1%     | 2  | must be above 0 and below 100",
                "p99>200ms,errors<1%    | 4  | must be '<'",
                "p99<0ms,errors<1%      | 5  | must be above 0",
                "p99<200,errors<1%      | 8  | must be a unit",
                "p99<200ms              | 10 | must be ',errors<'",
                "p99<200ms,error<1%     | 10 | must be ',errors<'",
                "p99<200ms,errors<101%  | 18 | must be at most 100",
                "p99<200ms,errors<1     | 19 | must be '%' and the end",
                "p99<200ms,errors<1%x   | 19 | must be '%' and the end"
            })
    void parse_invalidText_namesPositionAndBound(String text, int position, String bound) {
        ParseException thrown = catchThrowableOfType(ParseException.class, () -> ObjectiveText.parse(text));
        assertThat(thrown.position()).isEqualTo(position);
        assertThat(thrown.bound()).contains(bound);
    }

    @Test
    void parse_formatted_givesTheSameObjective() {
        qt().forAll(
                        integers().between(1, 9999),
                        integers().between(1, 1_000_000),
                        integers().between(0, 1000))
                .check((quantile, micros, errors) -> {
                    Objective objective =
                            new Objective(quantile / 10_000.0, Duration.ofNanos(micros * 1000L), errors / 1000.0);
                    return ObjectiveText.parse(ObjectiveText.format(objective)).equals(objective);
                });
    }
}
