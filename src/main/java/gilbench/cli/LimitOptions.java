package gilbench.cli;

import gilbench.scenario.BoundException;
import gilbench.scenario.Limits;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that bound what one request may ask for. */
final class LimitOptions {
    @Option(names = "--limit-cpu", paramLabel = "DURATION", description = "Most CPU time of a request (default: 60s).")
    private Duration cpu = Limits.DEFAULT.cpu();

    @Option(names = "--limit-delay", paramLabel = "DURATION", description = "Longest io step (default: 60s).")
    private Duration delay = Limits.DEFAULT.delay();

    @Option(names = "--limit-steps", paramLabel = "N", description = "Most steps of a request (default: 32).")
    private int steps = Limits.DEFAULT.steps();

    @Option(names = "--limit-iterations", paramLabel = "N", description = "Most loop iterations (default: 10^9).")
    private long iterations = Limits.DEFAULT.iterations();

    /**
     * The limits that the options describe.
     *
     * @throws BoundException with the option as its key
     */
    Limits limits() {
        try {
            return new Limits(cpu, delay, steps, iterations);
        } catch (BoundException wrong) {
            throw new BoundException("--" + wrong.key().replace("limits.", "limit-"), wrong.value(), wrong.bound());
        }
    }
}
