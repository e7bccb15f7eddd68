package gilbench.predict;

import static gilbench.predict.Models.MS;
import static gilbench.predict.Models.rules;
import static gilbench.scenario.StepKind.IO;
import static gilbench.scenario.StepKind.PYTHON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gilbench.predict.Model.Choice;
import gilbench.scenario.BoundException;
import gilbench.scenario.WaiterChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workers that end and start: with X requests per second and B seconds to start, of m requests each loses B/(B + m/X). */
class WorkerLifeTest {
    private static final long START = 500 * MS;

    @ParameterizedTest
    @CsvSource({"100,0", "100,100", "1000,0"})
    void recycled_saturated_losesTheTimeOfTheStarts(int requests, int jitter) {
        Observation seen = saturated(WorkerLife.recycled(requests, jitter));
        double life = (requests + jitter / 2.0) * 0.010;

        assertThat(seen.completed() / 400.0).isCloseTo(4 * 100 * life / (life + 0.5), within(2.0));
        assertThat(seen.lost()).isZero();
    }

    @Test
    void lost_saturated_losesTheTimeOfTheStartsAndItsRequests() {
        Observation seen = saturated(WorkerLife.lost(0.5));

        // Each worker serves for 2 s on average until it is lost, with the one request that it always carries out.
        assertThat(seen.lost() / 400.0).isCloseTo(4 / 2.5, within(0.2));
        assertThat(seen.completed() / 400.0).isCloseTo(4 * 100 * 0.8, within(10.0));
    }

    @Test
    void lost_threadsInEveryState_nothingIsForgotten() {
        Observation seen = new Simulation(
                        Models.pool(8)
                                .groups(3, Choice.SHARED)
                                .cores(2)
                                .gil(rules(5, 50, 100, WaiterChoice.RANDOM))
                                .costs(new CostsBuilder()
                                        .handed(Delay.constant(MS))
                                        .send(MS / 10)
                                        .receive(MS / 10)
                                        .answer(MS / 10)
                                        .late(Delay.constant(MS / 10))
                                        .build())
                                .life(WorkerLife.lost(1), 20 * MS)
                                .kind(1, PYTHON, Delay.exponential(8 * MS), IO, Delay.exponential(10 * MS))
                                .deadline(300 * MS)
                                .closed(30, Delay.exponential(20 * MS)),
                        1)
                .observe(1000 * MS, 400_000 * MS, Long.MAX_VALUE);

        assertThat(seen.lost()).isGreaterThan(3 * 400 * 2);
        assertThat(seen.completed()).isGreaterThan(10_000);
        assertThat(seen.inFlightAtEnd()).isLessThanOrEqualTo(30);
    }

    @Test
    void hashed_whileAProcessStarts_itsRequestsWait() {
        Observation seen = new Simulation(
                        Models.pool(1)
                                .groups(2, Choice.HASHED)
                                .life(WorkerLife.recycled(1, 0), START)
                                .kind(1, PYTHON, Delay.constant(10 * MS))
                                .script(0L, 0L, 0L),
                        1)
                .observe(0, 10_000 * MS, Long.MAX_VALUE);

        assertThat(seen.completed()).isEqualTo(3);
        assertThat(seen.allTimes().max()).isIn(520 * MS, 1030 * MS);
    }

    @Test
    void bounds_areNamed() {
        assertThatThrownBy(() -> WorkerLife.recycled(0, 0))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("recycle-after: 0 must be between 1 and");
        assertThatThrownBy(() -> WorkerLife.lost(2))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("losses: 2.0 must be between 0 and 1");
    }

    private static Observation saturated(WorkerLife life) {
        return new Simulation(
                        Models.pool(1)
                                .groups(4, Choice.SHARED)
                                .life(life, START)
                                .kind(1, PYTHON, Delay.constant(10 * MS))
                                .closed(8, Delay.NONE),
                        1)
                .observe(50_000 * MS, 400_000 * MS, Long.MAX_VALUE);
    }
}
