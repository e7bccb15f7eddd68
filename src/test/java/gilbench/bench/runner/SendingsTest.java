package gilbench.bench.runner;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.arrival.Sending;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.Measurements;
import gilbench.bench.result.Trial.LoadTrial;
import gilbench.scenario.LaunchScope;
import gilbench.scenario.Plan;
import gilbench.scenario.Workload;
import java.util.List;
import org.junit.jupiter.api.Test;

class SendingsTest {
    private static final Plan PLAN =
            Plans.plan(2, LaunchScope.ALL_EXPERIMENTS, Plans.PROGRAM, Plans.LOAD, Plans.SHARES);

    /** The trials of a run by a driver to which {@code more} requests than those of the timetable were due. */
    private static List<LoadTrial> trials(Rig rig, long more) throws InterruptedException {
        rig.driver = new FakeDriver(rig.clock) {
            @Override
            public Measurement drive(LoadRequest request) throws InterruptedException {
                Measurement seen = super.drive(request);
                if (!(request.workload() instanceof Workload.Open open)) {
                    return seen;
                }
                long due = sending(open, request).due() + more;
                return Measurements.with(seen, due, due);
            }
        };
        return rig.run(PLAN).trials().stream()
                .filter(LoadTrial.class::isInstance)
                .map(LoadTrial.class::cast)
                .toList();
    }

    private static Sending sending(Workload.Open open, LoadRequest request) {
        return new Sending(open, request.seed(), request.leadIn(), request.window());
    }

    @Test
    void of_trialsOfARun_whatTheDriverWasAskedFor() throws InterruptedException {
        Rig rig = new Rig();
        List<LoadTrial> trials = trials(rig, 0);
        List<Sending> asked = rig.driver.drives.stream()
                .filter(request -> request.workload() instanceof Workload.Open && Rig.ofTrial(request))
                .map(request -> sending((Workload.Open) request.workload(), request))
                .toList();

        assertThat(asked).hasSize(2 * 3 * 4);
        assertThat(trials.stream().flatMap(trial -> Sendings.of(PLAN, trial).stream()))
                .containsExactlyElementsOf(asked);
        assertThat(asked.stream().map(Sending::seed)).doesNotHaveDuplicates();
    }

    @Test
    void of_anotherNumberOfRequestsDue_empty() throws InterruptedException {
        assertThat(trials(new Rig(), 1))
                .isNotEmpty()
                .allSatisfy(trial -> assertThat(Sendings.of(PLAN, trial)).isEmpty());
    }
}
