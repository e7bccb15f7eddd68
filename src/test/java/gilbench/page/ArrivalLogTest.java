package gilbench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.result.FindingType;
import gilbench.predict.Prediction;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ArrivalLogTest {
    private static final RequestProfile SHORT = RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(1));
    private static final RequestProfile LONG = RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(40));

    private final AtomicLong now = new AtomicLong();
    private final ArrivalLog log = new ArrivalLog(now::get);

    @Test
    void take_twoKinds_rateOfAllAndTheShareOfEach() {
        come(SHORT, 90);
        come(LONG, 60);
        now.addAndGet(Duration.ofSeconds(15).toNanos());

        ArrivalLog.Demand demand = log.take().orElseThrow();

        assertThat(demand.rate()).isEqualTo(10);
        assertThat(demand.mix().parts())
                .filteredOn(part -> part.profile().equals(LONG))
                .singleElement()
                .satisfies(part -> assertThat(demand.mix().share(part)).isCloseTo(0.4, within(1e-9)));
    }

    @Test
    void take_again_tellsOfTheNewOnesAlone() {
        come(SHORT, 100);
        now.addAndGet(1_000_000_000);
        log.take();
        come(LONG, 50);
        now.addAndGet(1_000_000_000);

        ArrivalLog.Demand demand = log.take().orElseThrow();

        assertThat(demand.rate()).isEqualTo(50);
        assertThat(demand.mix().parts()).hasSize(1);
    }

    @Test
    void take_tooFew_saysNothing() {
        come(SHORT, 19);
        now.addAndGet(1_000_000_000);
        assertThat(log.take()).isEmpty();
    }

    @Test
    void take_moreKindsThanAMixCanHave_allCountTowardsTheRate() {
        for (int i = 1; i <= 40; i++) {
            come(RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(i)), 1);
        }
        now.addAndGet(1_000_000_000);

        ArrivalLog.Demand demand = log.take().orElseThrow();

        assertThat(demand.rate()).isEqualTo(40);
        assertThat(demand.mix().parts()).hasSize(16);
    }

    @Test
    void livePrediction_afterSomeLoad_predictsThatLoad() throws Exception {
        CompletableFuture<Optional<Prediction>> shown = new CompletableFuture<>();
        come(SHORT, 300);
        now.addAndGet(Duration.ofSeconds(3).toNanos());

        try (PredictionDesk desk = new PredictionDesk()) {
            live(desk, shown).run();
            Prediction made = shown.get(1, TimeUnit.MINUTES).orElseThrow();
            assertThat(made.offered()).isEqualTo(100);
            assertThat(made.throughput().value()).isCloseTo(100, within(5.0));
            assertThat(made.findings()).noneMatch(finding -> finding.type() == FindingType.SATURATED);
        }
    }

    @Test
    void livePrediction_withoutLoad_showsNothing() {
        CompletableFuture<Optional<Prediction>> shown = new CompletableFuture<>();
        try (PredictionDesk desk = new PredictionDesk()) {
            live(desk, shown).run();
            assertThat(shown).isCompletedWithValue(Optional.empty());
        }
    }

    private LivePrediction live(PredictionDesk desk, CompletableFuture<Optional<Prediction>> shown) {
        Deployment deployment = Deployment.of(ConcurrencyModel.EVENT_LOOP, Interpreter.of(InterpreterKind.GIL), 2);
        return new LivePrediction(deployment, MachineTimes.TYPICAL, log, desk, shown::complete);
    }

    private void come(RequestProfile profile, int times) {
        List.copyOf(java.util.Collections.nCopies(times, profile)).forEach(log);
    }
}
