package gilbench.service.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import gilbench.scenario.TimeBudget;
import org.junit.jupiter.api.Test;

class BudgetBodyTest {
    private static final long MINUTE = 60_000_000_000L;

    @Test
    void of_anyBudget_partsAddUpToTheTotal() {
        qt().forAll(longs().between(0, MINUTE), longs().between(0, MINUTE), longs().between(0, 4 * MINUTE))
                .checkAssert((python, io, total) -> {
                    BudgetBody body = BudgetBody.of(TimeBudget.within(total, 123, 4_567, python, 89, io));

                    assertThat(body.queue()
                                    + body.gilWait()
                                    + body.python()
                                    + body.nativeTime()
                                    + body.io()
                                    + body.other())
                            .isCloseTo(body.total(), within(1e-6));
                    assertThat(body.total()).isCloseTo(total / 1e6, within(5.01e-4));
                });
    }

    @Test
    void serverTiming_budget_hasEveryPartInMilliseconds() {
        BudgetBody body = BudgetBody.of(TimeBudget.within(10_000_000, 120_000, 1_000_000, 5_500_400, 0, 3_000_000));

        assertThat(body.serverTiming())
                .isEqualTo("queue;dur=0.12, gil-wait;dur=1.0, python;dur=5.5, native;dur=0.0, io;dur=3.0,"
                        + " other;dur=0.38, total;dur=10.0");
    }
}
