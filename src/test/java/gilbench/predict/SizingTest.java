package gilbench.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.Objective;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SizingTest {
    @Test
    void search_workerProcesses_fewestWorkersThatMeetTheObjective() {
        List<Double> progress = new ArrayList<>();
        Sizing sizing = Sizing.search(question(300, 200, 0.99), progress::add);

        assertThat(progress).isNotEmpty().isSorted().endsWith(1.0);
        assertThat(sizing.met()).isTrue();
        Sizing.Option option = sizing.options().getFirst();
        Sizing.Fit fit = option.smallest().orElseThrow();
        Deployment smallest = fit.prediction().scenario().deployment();
        assertThat(smallest.workers()).isBetween(4, 6);
        assertThat(fit.headroom()).isBetween(0.05, 0.5);
        assertThat(option.binding()).contains("one ", " saturates at ", " leave");
        assertThat(fit.prediction().responseTime().p99().orElseThrow().high()).isLessThanOrEqualTo(0.2);
    }

    @Test
    void search_grid_saturatedWhereTheBoundsSaySo() {
        Sizing.Option option =
                Sizing.search(question(300, 200, 0.99), _ -> {}).options().getFirst();

        assertThat(option.grid()).hasSize(8 * 3);
        assertThat(option.grid()).allSatisfy(tried -> {
            double capacity = tried.workers() * Math.min(1 / 0.012, tried.threads() / 0.092);
            assertThat(tried.answer() == Sizing.Answer.SATURATED
                            && tried.seconds().isEmpty())
                    .isEqualTo(300 >= capacity);
        });
    }

    @Test
    void search_belowTheOwnTimeOfARequest_nothingMeetsIt() {
        Sizing sizing = Sizing.search(question(10, 50, 0.99), _ -> {});

        assertThat(sizing.met()).isFalse();
        assertThat(sizing.options().getFirst().smallest()).isEmpty();
        assertThat(sizing.options().getFirst().binding()).startsWith("the objective is missed everywhere");
    }

    @Test
    void question_percentileThatIsNotPredicted_isRefused() {
        assertThatThrownBy(() -> question(10, 50, 0.999))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("p99.9 must be about p50, p90, p95 or p99");
    }

    private static Sizing.Question question(double rate, long boundMillis, double quantile) {
        return new Sizing.Question(
                Mix.of(PredictorTest.profile(12, 80)),
                PredictorTest.poisson(rate),
                new Objective(quantile, Duration.ofMillis(boundMillis), 0.001),
                List.of(ConcurrencyModel.WORKER_PROCESSES),
                List.of(Interpreter.of(InterpreterKind.GIL)),
                List.of(1, 2, 3, 4, 5, 6, 7, 8),
                List.of(4, 16, 64),
                16,
                Defaults.QUEUE,
                Defaults.MAX_IN_FLIGHT,
                Defaults.DEADLINE,
                MachineTimes.TYPICAL,
                Sharing.SHARED,
                WorkerLife.ENDLESS,
                1);
    }
}
