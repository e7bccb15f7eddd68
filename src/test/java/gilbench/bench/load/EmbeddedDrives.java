package gilbench.bench.load;

import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.load.TestService.TestAnswer;
import gilbench.bench.result.Measurement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Drives of an embedded driver. */
abstract class EmbeddedDrives {
    static final RequestProfile IO = RequestProfile.of(StepKind.IO, Duration.ofMillis(20));
    static final Duration LONG = Duration.ofSeconds(30);

    final LoadDriver driver = LoadDriver.embedded();

    /** The first request of a virtual machine takes a second on a busy machine, as long as some windows are. */
    @BeforeAll
    static void warmUp() throws Exception {
        try (LoadDriver cold = LoadDriver.embedded();
                TestService service = TestService.answering(TestAnswer.OK)) {
            cold.check(service.uri(), IO);
        }
    }

    @AfterEach
    void close() {
        driver.close();
    }

    static LoadRequest open(URI service, double rate, Duration window, int maxInFlight, Duration timeout) {
        Workload workload = new Workload.Open(ArrivalPattern.CONSTANT, rate);
        return new LoadRequest(service, IO, workload, Duration.ofMillis(500), window, 1, maxInFlight, timeout);
    }

    final Measurement drive(TestService service, double rate, Duration window) throws InterruptedException {
        return driver.drive(open(service.uri(), rate, window, 1000, LONG));
    }

    final Measurement closed(URI service, int users, OptionalInt each, Duration thinkTime, Duration window)
            throws InterruptedException {
        Workload workload = new Workload.Closed(users, each, thinkTime);
        return driver.drive(new LoadRequest(service, IO, workload, Duration.ZERO, window, 1, 1000, LONG));
    }
}
