package gilbench.bench.runner;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.Arrangement;
import gilbench.scenario.Experiment;
import gilbench.scenario.LaunchScope;
import gilbench.scenario.Plan;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class IoDemandTest {
    @Test
    void of_ratesAndPrograms_theHighestRate() {
        assertThat(demand(Plans.PROGRAM, Plans.LOAD).highest())
                .contains(new DelayGate.Demand(Duration.ofMillis(100), 40));
    }

    @Test
    void of_sharesOfCapacity_theHighestOffer() {
        // 2 workers of 1 thread: 20/s; 40 threads: 400/s.
        assertThat(demand(Plans.SHARES).highest())
                .hasValueSatisfying(highest -> assertThat(highest.rate()).isEqualTo(1.3 * 400));
    }

    @Test
    void of_program_allItsRequestsAtOnce() {
        Experiment.Program waiting =
                new Experiment.Program("waiting", Plans.IO, 5, 1, EnumSet.of(Arrangement.TOGETHER));

        assertThat(demand(waiting).highest()).contains(new DelayGate.Demand(Duration.ofMillis(100), 50));
    }

    @Test
    void of_users_atMostWhatTheyCanAsk() {
        Experiment.Load users = new Experiment.Load(
                "users",
                Plans.IO,
                new Experiment.Points.Users(List.of(4, 8), OptionalInt.empty(), Duration.ofMillis(100)),
                Duration.ofSeconds(1));

        assertThat(demand(users).highest()).contains(new DelayGate.Demand(Duration.ofMillis(100), 40));
    }

    @Test
    void of_nothingThatWaits_none() {
        IoDemand demand = demand(Plans.PROGRAM);

        assertThat(demand.highest()).isEmpty();
        assertThat(demand.delays()).isEmpty();
    }

    private static IoDemand demand(Experiment... experiments) {
        Plan plan = Plans.plan(1, LaunchScope.ALL_EXPERIMENTS, experiments);
        return IoDemand.of(plan, new Capacities(List.of(), OptionalDouble.of(2)));
    }
}
