package gilbench.profile;

import gilbench.bench.load.LoadDriver;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * Requests to an address that all must be answered with status 200 to 299.
 *
 * @param driver of the connections that they use
 */
record Requests(LoadDriver driver, URI address) {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration ANY = Duration.ofSeconds(1);
    private static final RequestProfile UNKNOWN = RequestProfile.of(StepKind.PYTHON, Duration.ZERO);
    private static final double NANOS = 1e9;

    /**
     * Seconds until the last answer.
     *
     * @param together how many are under way at once
     * @param each how often one follows the answer of another
     * @throws ProfileException when one is not answered so
     */
    double seconds(int together, int each) throws InterruptedException {
        Workload workload = new Workload.Closed(together, OptionalInt.of(each), Duration.ZERO);
        Measurement seen =
                driver.drive(new LoadRequest(address, UNKNOWN, workload, Duration.ZERO, ANY, 1, together, TIMEOUT));
        int sent = together * each;
        if (seen.ended(End.COMPLETED) != sent) {
            throw new ProfileException("GET " + address + ": of " + sent + " requests, " + together
                    + " at once, not all were answered with status 200 to 299: " + seen.ends());
        }
        return seen.window().toNanos() / NANOS;
    }
}
