package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.bench.result.End;
import gilbench.scenario.TimeBudget;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class K6SamplesTest {
    private static final long BEGAN = 1_795_371_229_356_000_000L;
    private static final TimeBudget BUDGET =
            new TimeBudget(1_000_000, 2_000_000, 3_000_000, 4_000_000, 5_000_000, 6_500_000, 21_500_000);

    /** The golden stream: three answers, one drop, and samples that do not matter. */
    static K6Samples golden() throws IOException {
        K6Samples samples = new K6Samples();
        try (InputStream in = K6SamplesTest.class.getResourceAsStream("k6-samples.csv")) {
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .forEach(samples::accept);
        }
        return samples;
    }

    @Test
    void accept_goldenStream_everyAnswerWithItsTimesEndAndBudget() throws IOException {
        K6Samples samples = golden();

        assertThat(samples.began()).hasValue(BEGAN);
        assertThat(samples.drops()).containsExactly(1_795_371_229_376_500_000L);
        assertThat(samples.unanswered()).isZero();
        assertThat(samples.requests())
                .containsExactly(
                        new K6Request(
                                2, 0, 0, 0, BEGAN + 456_789, BEGAN + 25_456_789, End.COMPLETED, Optional.of(BUDGET)),
                        new K6Request(
                                1, 0, 1, 0, BEGAN + 10_656_789, BEGAN + 30_656_789, End.REJECTED, Optional.empty()),
                        new K6Request(
                                2,
                                1,
                                2,
                                4_000_000,
                                BEGAN + 34_000_000,
                                BEGAN + 35_000_000,
                                End.NOT_CONNECTED,
                                Optional.empty()));
    }

    @Test
    void accept_requestWithoutAnswer_isKnown() {
        K6Samples samples = new K6Samples();
        samples.accept("http_req_duration,1795371229381456789,25.0,,,request=2 0 0 0 0");

        assertThat(samples.unanswered()).isEqualTo(1);
        assertThat(samples.requests()).isEmpty();
    }

    @Test
    void accept_answerWithoutRequest_saysSo() {
        assertThatThrownBy(() -> new K6Samples()
                        .accept("gilbench_answered,1795371229381456789,1.0,,,request=2 0 0 0 0&answer=completed "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without its request");
    }

    @Test
    void accept_unknownEnd_isABadAnswer() {
        K6Samples samples = new K6Samples();
        samples.accept("http_req_duration,1795371229381456789,25.0,,,request=2 0 0 0 0");
        samples.accept("gilbench_answered,1795371229381456789,1.0,,,request=2 0 0 0 0&answer=odd ");

        assertThat(samples.requests()).extracting(K6Request::how).containsExactly(End.BAD_ANSWER);
    }

    @Test
    void fields_quotesAndCommas_areValues() {
        assertThat(CsvLine.fields("a,\"b, \"\"c\"\"\",,d")).containsExactly("a", "b, \"c\"", "", "d");
    }
}
