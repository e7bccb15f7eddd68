package gilbench.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.InFlight;
import gilbench.bench.result.Verdict;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GatesTest {
    private static final Observed HEALTHY = Observed.healthy();

    private static List<FindingType> types(Observed observed) {
        return Gates.of(observed.measurement()).stream().map(Finding::type).toList();
    }

    @Test
    void of_healthyMeasurement_findsNothing() {
        assertThat(Gates.of(HEALTHY.measurement())).isEmpty();
    }

    @Test
    void of_healthyClosedMeasurement_findsNothing() {
        assertThat(types(HEALTHY.workload(new Workload.Closed(5, OptionalInt.empty(), Duration.ZERO))))
                .isEmpty();
    }

    @Test
    void of_fewerThan99PercentStarted_isGeneratorBehindAndInvalid() {
        assertThat(Gates.of(HEALTHY.counts(2000, 1979, 0).measurement()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.type()).isEqualTo(FindingType.GENERATOR_BEHIND);
                    assertThat(finding.verdict()).isEqualTo(Verdict.INVALID);
                    assertThat(finding.message()).contains("1979 of 2000", "bound 99 %");
                });
        assertThat(types(HEALTHY.counts(2000, 1981, 0))).isEmpty();
    }

    @Test
    void of_dropsByALateGenerator_areItsFault() {
        Observed late = HEALTHY.counts(2000, 1990, 10).sendLag(Observed.times(1900, 0.1, 90, 30));
        assertThat(types(late)).containsExactly(FindingType.ITERATIONS_DROPPED, FindingType.GENERATOR_LAG);
    }

    @Test
    void of_dropsWhileTheGeneratorHolds_areSaturation() {
        assertThat(Gates.of(HEALTHY.counts(2000, 1500, 500).measurement()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.type()).isEqualTo(FindingType.SATURATED);
                    assertThat(finding.verdict()).isEqualTo(Verdict.LOWER_BOUND);
                });
    }

    @Test
    void of_lagBeyondAMillisecond_isALowerBound() {
        assertThat(Gates.of(HEALTHY.sendLag(Observed.times(1970, 0.1, 30, 1.5)).measurement()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.type()).isEqualTo(FindingType.GENERATOR_LAG);
                    assertThat(finding.verdict()).isEqualTo(Verdict.LOWER_BOUND);
                });
        assertThat(types(HEALTHY.sendLag(Observed.times(1990, 0.1, 10, 1.5)))).isEmpty();
    }

    @Test
    void of_lagBelowOnePercentOfALongMedian_holds() {
        Observed slow = HEALTHY.responseTime(Observed.times(2000, 2000)).inFlight(new InFlight(200, 200, 200, 230));
        assertThat(types(slow.sendLag(Observed.times(2000, 15)))).isEmpty();
        assertThat(types(slow.sendLag(Observed.times(2000, 25)))).containsExactly(FindingType.GENERATOR_LAG);
    }

    @Test
    void of_generatorAbove80PercentOfAProcessor_isInvalid() {
        assertThat(Gates.of(HEALTHY.generatorCpu(Duration.ofMillis(16_100)).measurement()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.type()).isEqualTo(FindingType.GENERATOR_CPU);
                    assertThat(finding.verdict()).isEqualTo(Verdict.INVALID);
                });
        assertThat(types(HEALTHY.generatorCpu(Duration.ofMillis(15_900)))).isEmpty();
    }

    @Test
    void of_requestsTurnedAway_areSaturation() {
        Observed rejecting = HEALTHY.ends(Map.of(End.COMPLETED, 1990L, End.REJECTED, 10L));
        assertThat(Gates.of(rejecting.measurement()))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("10 requests turned away");
    }

    @Test
    void of_growingInFlight_isSaturationOfOpenWorkloadsOnly() {
        Observed growing = HEALTHY.inFlight(new InFlight(5, 80, 42, 85));
        assertThat(types(growing)).containsExactly(FindingType.SATURATED);
        Observed closed = growing.workload(new Workload.Closed(100, OptionalInt.empty(), Duration.ZERO));
        assertThat(types(closed)).doesNotContain(FindingType.SATURATED);
    }

    @Test
    void of_poissonNoiseInFlight_isNoSaturation() {
        Observed busy = HEALTHY.workload(new Workload.Open(ArrivalPattern.POISSON, 100))
                .responseTime(Observed.times(2000, 1000))
                .inFlight(new InFlight(90, 125, 104, 140));
        assertThat(types(busy)).isEmpty();
    }

    @Test
    void of_inFlightAgainstLittlesLaw_isInvalid() {
        assertThat(Gates.of(HEALTHY.inFlight(new InFlight(5, 5, 5.6, 12)).measurement()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.type()).isEqualTo(FindingType.LITTLES_LAW);
                    assertThat(finding.verdict()).isEqualTo(Verdict.INVALID);
                });
        assertThat(types(HEALTHY.inFlight(new InFlight(5, 5, 4.4, 12)))).containsExactly(FindingType.LITTLES_LAW);
        assertThat(types(HEALTHY.inFlight(new InFlight(5, 5, 5.2, 12)))).isEmpty();
    }

    @Test
    void of_littlesLawInAShortWindow_isNotAsked() {
        Observed longResponses = HEALTHY.responseTime(Observed.times(2000, 1100));
        assertThat(types(longResponses)).isEmpty();
    }

    @Test
    void of_meanAboveP99_isInvalid() {
        Observed stalled = HEALTHY.responseTime(Observed.times(1990, 10, 10, 8000));
        assertThat(types(stalled.inFlight(new InFlight(5, 5, 5, 12)))).containsExactly(FindingType.MEAN_ABOVE_P99);
    }

    @Test
    void notSteady_quickPlan_weighsLessThanInAnyOther() {
        assertThat(Gates.notSteady(Plans.of(1), "x").verdict()).isEqualTo(Verdict.VALID);
        assertThat(Gates.notSteady(Plans.of(5), "x").verdict()).isEqualTo(Verdict.INVALID);
    }
}
