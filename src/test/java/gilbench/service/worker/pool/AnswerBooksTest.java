package gilbench.service.worker.pool;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.TimeBudget;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerBooksTest {
    private final AnswerBooks books = new AnswerBooks();

    @Test
    void book_oneKindOfStep_isExact() {
        books.book(RequestProfile.of(StepKind.IO, Duration.ofMillis(5)), TimeBudget.within(9_000, 0, 700, 0, 0, 8_000));

        assertThat(books.read().waitOf(StepKind.IO)).isEqualTo(700);
        assertThat(books.read().holdOf(StepKind.PYTHON)).isZero();
    }

    @Test
    void book_severalKinds_splitsHoldByWorkAndWaitBySteps() {
        RequestProfile profile = new RequestProfile(List.of(
                new Step(StepKind.PYTHON, Duration.ofMillis(3)),
                new Step(StepKind.OPAQUE, Duration.ofMillis(1)),
                new Step(StepKind.NATIVE, Duration.ofMillis(7)),
                new Step(StepKind.PYTHON, Duration.ZERO)));

        books.book(profile, TimeBudget.within(20_000, 0, 400, 8_000, 9_000, 0));
        books.book(profile, TimeBudget.within(20_000, 0, 400, 8_000, 9_000, 0));

        assertThat(books.read().holdOf(StepKind.PYTHON)).isEqualTo(12_000);
        assertThat(books.read().holdOf(StepKind.OPAQUE)).isEqualTo(4_000);
        assertThat(books.read().holdOf(StepKind.NATIVE)).isZero();
        assertThat(books.read().waitOf(StepKind.PYTHON)).isEqualTo(400);
        assertThat(books.read().waitOf(StepKind.NATIVE)).isEqualTo(200);
    }
}
