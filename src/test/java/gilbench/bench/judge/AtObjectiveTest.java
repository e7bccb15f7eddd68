package gilbench.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Trial;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Objective;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class AtObjectiveTest {
    private static final Objective OBJECTIVE = new Objective(0.99, Duration.ofMillis(100), 0.01);
    private static final Finding LAW = new Finding(FindingType.LITTLES_LAW, "5 against 7");
    private static final Finding SATURATED = new Finding(FindingType.SATURATED, "in flight grew");
    private static final Finding LATE = new Finding(FindingType.GENERATOR_LAG, "90 % within 1 ms");

    private final List<Trial> trials = new ArrayList<>();

    private void at(double rate, double millis, Finding... findings) {
        Observed seen = Observed.healthy()
                .workload(new Workload.Open(ArrivalPattern.POISSON, rate))
                .responseTime(Observed.times(2000, millis));
        trials.add(seen.trial("threads", 0, List.of(findings)));
    }

    private AtObjective judged() {
        List<LoadCell> cells = Cells.of(Plans.of(1), List.of(), trials).stream()
                .filter(LoadCell.class::isInstance)
                .map(LoadCell.class::cast)
                .toList();
        return AtObjective.of(OBJECTIVE, cells);
    }

    @Test
    void of_percentileGrowsPastTheBound_liesBetweenTheTwoRates() {
        at(100, 50);
        at(200, 90);
        at(300, 150);
        assertThat(judged()).isEqualTo(new AtObjective(OptionalDouble.of(200), OptionalDouble.of(300)));
    }

    @Test
    void of_higherRateMeetsAfterAMiss_endsAtTheFirstMiss() {
        at(100, 50);
        at(200, 150);
        at(300, 90);
        assertThat(judged()).isEqualTo(new AtObjective(OptionalDouble.of(100), OptionalDouble.of(200)));
    }

    @Test
    void of_saturatedWithinTheBound_saysNothing() {
        at(100, 50);
        at(200, 60, SATURATED);
        assertThat(judged()).isEqualTo(new AtObjective(OptionalDouble.of(100), OptionalDouble.empty()));
    }

    @Test
    void of_lateGenerator_countsSinceTimesStartWhenIntended() {
        at(100, 50, LATE);
        assertThat(judged().met()).hasValue(100);
    }

    @Test
    void of_invalidCell_saysNothing() {
        at(100, 150, LAW);
        assertThat(judged()).isEqualTo(new AtObjective(OptionalDouble.empty(), OptionalDouble.empty()));
    }

    @Test
    void of_tooManyFailures_misses() {
        trials.add(Observed.healthy()
                .ends(Map.of(End.COMPLETED, 1950L, End.REJECTED, 50L))
                .trial("threads", 0, List.of()));
        assertThat(judged()).isEqualTo(new AtObjective(OptionalDouble.empty(), OptionalDouble.of(100)));
    }
}
