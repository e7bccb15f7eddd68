package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.arrival.Sending;
import gilbench.bench.load.LoadDriver;
import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.Measurements;
import gilbench.bench.stats.Estimate;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static final Shape SHAPE = new Shape(Shape.Kind.THREADS, 1, 4, Interpreter.of(InterpreterKind.GIL), 4);
    private static final Cost COST = new Cost.Separate(
            Estimate.single(10e-3), Estimate.single(10e-3), Estimate.single(0), Estimate.single(0), Estimate.single(1));

    /** Completes 100 requests per second whatever is asked, without spending anything. */
    private static final class Recording implements LoadDriver {
        private final List<LoadRequest> drives = new ArrayList<>();

        @Override
        public Measurement drive(LoadRequest request) {
            drives.add(request);
            long completed = 100 * request.window().toSeconds();
            return Measurements.of(request.workload(), request.window(), completed, Map.of(End.COMPLETED, completed));
        }

        @Override
        public void check(URI service, RequestProfile profile) {}

        @Override
        public void close() {}
    }

    private static List<Checked> check(Recording driver, long seed) throws InterruptedException {
        return new Verification(
                        FakeService.ADDRESS,
                        new FakeService(End.COMPLETED, 1),
                        () -> 0,
                        Seen.MACHINE,
                        Duration.ofSeconds(20),
                        seed)
                .check(driver, SHAPE, COST, _ -> {});
    }

    @Test
    void check_poissonLoads_predictedUnderTheArrivalsThatWereSent() throws InterruptedException {
        Recording driver = new Recording();
        List<Checked> all = check(driver, 5);

        assertThat(all).hasSize(Verification.NUMBER);
        Forecast forecast = new Forecast(COST, Seen.MACHINE.times()).driven(Duration.ZERO);
        for (int i : new int[] {1, 2, 3, 4}) {
            LoadDriver.LoadRequest request = driver.drives.get(i);
            Sending sent =
                    new Sending((Workload.Open) request.workload(), request.seed(), request.leadIn(), request.window());
            assertThat(all.get(i).predicted()).isEqualTo(forecast.replay(SHAPE, sent));
        }
    }

    @Test
    void check_anotherSeed_otherArrivalsInEachLoad() throws InterruptedException {
        Recording first = new Recording();
        Recording second = new Recording();
        check(first, 1_000);
        check(second, 2_000);

        assertThat(first.drives).extracting(LoadDriver.LoadRequest::seed).doesNotHaveDuplicates();
        assertThat(second.drives)
                .extracting(LoadDriver.LoadRequest::seed)
                .doesNotContainAnyElementsOf(
                        first.drives.stream().map(LoadDriver.LoadRequest::seed).toList());
    }
}
