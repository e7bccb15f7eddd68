package gilbench.bench.judge;

import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.Verdict;
import gilbench.scenario.Plan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What must hold for a measurement to be worth something. A gate that does not hold is a finding. */
public final class Gates {
    private Gates() {}

    /** The findings of all gates of a single measurement; empty when every gate holds. */
    public static List<Finding> of(Measurement measurement) {
        GeneratorGates generator = new GeneratorGates(measurement);
        Optional<Finding> saturation = new Saturation(measurement, generator.holds()).finding();
        Stream<Finding> consistency = Consistency.of(measurement, saturation.isPresent()).stream();
        return Stream.of(generator.findings().stream(), saturation.stream(), consistency)
                .flatMap(findings -> findings)
                .toList();
    }

    /**
     * The finding that a launch was measured before it was steady: invalid, but for a quick plan, which says of itself that
     * its numbers are provisional.
     *
     * @param message what had not settled, and after how long
     */
    public static Finding notSteady(Plan plan, String message) {
        return new Finding(FindingType.NOT_STEADY, plan.quick() ? Verdict.VALID : Verdict.INVALID, message);
    }
}
