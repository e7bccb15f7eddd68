package gilbench.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import gilbench.scenario.Limits;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.core.Gen;

class ProfileTextTest {
    @Test
    void parse_allKinds_keepsOrderAndDurations() {
        assertThat(ProfileText.parse("python:5ms,io:100ms,native:2ms,opaque:3ms", Limits.DEFAULT))
                .isEqualTo(new RequestProfile(List.of(
                        new Step(StepKind.PYTHON, Duration.ofMillis(5)),
                        new Step(StepKind.IO, Duration.ofMillis(100)),
                        new Step(StepKind.NATIVE, Duration.ofMillis(2)),
                        new Step(StepKind.OPAQUE, Duration.ofMillis(3)))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                    |  1 | ''          | must be one of python, opaque, native, io",
                "python                |  7 | ''          | must be ':' and a duration",
                "pyton:5ms             |  1 | pyton       | must be one of python, opaque, native, io",
                "Python:5ms            |  1 | Python      | must be one of python, opaque, native, io",
                "python:5mx            |  9 | mx          | must be a unit",
                "python:               |  8 | ''          | must begin with a digit",
                "python:-1ms           |  8 | -1ms        | must begin with a digit",
                "python:5ms,           | 12 | ''          | must be one of",
                ",python:5ms           |  1 | ''          | must be one of",
                "python:5ms, io:1ms    | 12 | ' io'       | must be one of",
                "python:5ms,io         | 14 | ''          | must be ':' and a duration",
                "io,python:5ms         |  3 | ''          | must be ':' and a duration",
                "io:1.5ms              |  4 | 1.5ms       | must be in whole milliseconds",
                "python:1ms,io:61s     | 15 | 61s         | must be at most 1m",
                "python:40s,native:21s | 12 | native:21s  | makes 61s of CPU",
                "python:61s            |  1 | python:61s  | must be at most 1m"
            })
    void parse_invalidText_namesPositionValueAndBound(String text, int position, String value, String bound) {
        ParseException thrown =
                catchThrowableOfType(ParseException.class, () -> ProfileText.parse(text, Limits.DEFAULT));
        assertThat(thrown.position()).isEqualTo(position);
        assertThat(thrown.value()).isEqualTo(value);
        assertThat(thrown.bound()).contains(bound);
    }

    @Test
    void parse_tooManySteps_namesTheFirstTooMany() {
        String tooMany = "io:1ms,".repeat(32) + "io:2ms";
        ParseException thrown =
                catchThrowableOfType(ParseException.class, () -> ProfileText.parse(tooMany, Limits.DEFAULT));
        assertThat(thrown.value()).isEqualTo("io:2ms");
        assertThat(thrown.bound()).contains("at most 32 steps");
    }

    @Test
    void parse_thirtyTwoStepsOfAMinuteOfCpu_isAllowed() {
        String most = "python:1.875s,".repeat(31) + "opaque:1.875s";
        assertThat(ProfileText.parse(most, Limits.DEFAULT).cpu()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void parse_otherLimits_areTheOnesThatCount() {
        Limits narrow = new Limits(Duration.ofMillis(10), Duration.ofMillis(20), 2, 1000);
        assertThat(catchThrowableOfType(ParseException.class, () -> ProfileText.parse("python:11ms", narrow)))
                .hasMessageContaining("at most 10ms");
        assertThat(catchThrowableOfType(ParseException.class, () -> ProfileText.parse("io:21ms", narrow)))
                .hasMessageContaining("at most 20ms");
    }

    @Test
    void parse_formatted_givesTheSameProfile() {
        Gen<Step> step = arbitrary()
                .enumValues(StepKind.class)
                .zip(
                        integers().between(0, 1_500_000_000),
                        (kind, nanos) -> new Step(
                                kind, Duration.ofNanos(kind == StepKind.IO ? nanos / 1_000_000 * 1_000_000L : nanos)));
        qt().forAll(lists().of(step).ofSizeBetween(1, 32))
                .check(steps -> ProfileText.parse(ProfileText.format(new RequestProfile(steps)), Limits.DEFAULT)
                        .steps()
                        .equals(steps));
    }
}
