package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.stats.Estimate;
import gilbench.scenario.StepKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GilEvidenceTest {
    /** Sees 40 % of the processor time with the GIL. */
    private static final GilSample SAMPLE = new GilSample(400, 0, 4000, 4, 1, 0, List.of());

    private static Diagnosis loop() {
        Estimate none = Estimate.single(0);
        Cost cost = new Cost.Sum(Estimate.single(10e-3), Estimate.single(20e-3), none, Optional.empty());
        return new Diagnosis(Serving.ONE_THREAD, 1, 1, cost, 1, List.of(Diagnostician.NOT_SEPARABLE));
    }

    private static Diagnosis threads(double value, double low, double high) {
        Cost cost = Cost.Separate.of(Estimate.single(10e-3), new Estimate(value, low, high, 8), Estimate.single(20e-3));
        return new Diagnosis(Serving.SEVERAL_THREADS, 1, 3, cost, 1, List.of());
    }

    private static Estimate python(Diagnosis found) {
        return ((Cost.Separate) found.cost()).python();
    }

    @Test
    void weighed_loop_knowsItsPartsOnThreadsAndTheSumOnALoop() {
        Diagnosis found = GilEvidence.weighed(loop(), SAMPLE);

        Cost threaded = found.cost().on(Shape.Kind.THREADS);
        assertThat(threaded.profile().sum(StepKind.PYTHON).toNanos()).isCloseTo(4_000_000, within(1000L));
        assertThat(threaded.profile().sum(StepKind.NATIVE).toNanos()).isCloseTo(6_000_000, within(1000L));
        Cost looped = found.cost().on(Shape.Kind.LOOP);
        assertThat(looped.profile().sum(StepKind.PYTHON).toNanos()).isEqualTo(10_000_000);
        assertThat(found.remarks()).doesNotContain(Diagnostician.NOT_SEPARABLE);
        assertThat(found.gil()).contains(SAMPLE);
    }

    @Test
    void weighed_loopAmongOthers_scalesItsPartsToo() {
        Cost.Sum cost = (Cost.Sum) GilEvidence.weighed(loop(), SAMPLE).cost().scaled(0.5);

        assertThat(cost.separate().orElseThrow().python().value()).isCloseTo(2e-3, within(1e-9));
    }

    @Test
    void weighed_threadsWithAWiderFit_usesWhatWasSeen() {
        Diagnosis found = GilEvidence.weighed(threads(5e-3, 3e-3, 7e-3), SAMPLE);

        assertThat(python(found).value()).isCloseTo(4e-3, within(1e-9));
        assertThat(found.remarks())
                .singleElement()
                .asString()
                .contains("is narrower and used")
                .doesNotContain("contra");
    }

    @Test
    void weighed_threadsWithANarrowerFitElsewhere_keepsTheFitAndSaysThatTheyContradict() {
        Diagnosis found = GilEvidence.weighed(threads(5e-3, 4.9e-3, 5.1e-3), SAMPLE);

        assertThat(python(found).value()).isEqualTo(5e-3);
        assertThat(found.remarks()).singleElement().asString().contains("contradict", "the latter is narrower");
    }

    @Test
    void weighed_doubtfulSample_changesNoCost() {
        GilSample doubtful = new GilSample(400, 0, 4000, 9, 1, 0, List.of("it fell behind"));

        Diagnosis found = GilEvidence.weighed(loop(), doubtful);

        assertThat(found.cost()).isEqualTo(loop().cost());
        assertThat(found.remarks()).contains(Diagnostician.NOT_SEPARABLE);
        assertThat(found.remarks().getLast()).contains("doubtful", "it fell behind");
    }

    @Test
    void weighed_missed_saysWhyAndGoesOn() {
        Diagnosis found = GilEvidence.weighed(loop(), new Watched.Missed("py-spy: Permission Denied"));

        assertThat(found.cost()).isEqualTo(loop().cost());
        assertThat(found.gil()).isEmpty();
        assertThat(found.remarks().getLast()).contains("Permission Denied");
    }
}
