package gilbench.cli;

import gilbench.scenario.BoundException;
import gilbench.scenario.Ramp;
import gilbench.scenario.text.RampText;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of an open workload whose rate changes. */
final class RampOptions {
    @Option(
            names = "--ramp",
            paramLabel = "A..B",
            description = "Instead of a rate: requests per second that go from A to B: 50..400. Needs --over.")
    private @Nullable String rates;

    @Option(names = "--over", paramLabel = "DURATION", description = "How long the ramp takes: 60s.")
    private @Nullable Duration over;

    /** The ramp, if one is asked for. */
    Optional<Ramp> ramp() {
        String asked = rates;
        Duration length = over;
        if (asked == null && length == null) {
            return Optional.empty();
        }
        if (asked == null) {
            throw new BoundException("--over", "alone", "is given: it needs --ramp, such as 50..400");
        }
        if (length == null) {
            throw new BoundException("--ramp", "alone", "is given: it needs --over, such as 60s");
        }
        return Optional.of(QuestionOptions.optioned(() -> RampText.parse(asked, length)));
    }
}
