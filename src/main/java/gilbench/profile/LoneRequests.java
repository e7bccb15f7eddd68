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

/** Requests one after the other on one connection, a few at a time: as many as take about a tenth of a second. */
final class LoneRequests {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration ANY = Duration.ofSeconds(1);
    private static final RequestProfile UNKNOWN = RequestProfile.of(StepKind.PYTHON, Duration.ZERO);
    private static final double SECONDS = 0.1;
    private static final int MOST = 1000;

    private final LoadDriver driver;
    private final URI address;
    private int number = 1;

    LoneRequests(LoadDriver driver, URI address) {
        this.driver = driver;
        this.address = address;
    }

    /**
     * Sends some, and waits for the answers.
     *
     * @throws ProfileException when one is not answered with status 200 to 299
     */
    void some() throws InterruptedException {
        Workload workload = new Workload.Closed(1, OptionalInt.of(number), Duration.ZERO);
        Measurement seen = driver.drive(new LoadRequest(address, UNKNOWN, workload, Duration.ZERO, ANY, 1, 1, TIMEOUT));
        if (seen.ended(End.COMPLETED) != number) {
            throw new ProfileException("GET " + address + ": of " + number
                    + " requests in a row not all were answered with status 200 to 299: " + seen.ends());
        }
        double each = Math.max(1e-6, seen.window().toNanos() / 1e9 / number);
        number = Math.clamp(Math.round(SECONDS / each), 1, MOST);
    }
}
