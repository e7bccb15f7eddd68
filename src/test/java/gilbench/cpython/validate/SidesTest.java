package gilbench.cpython.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.stats.Distribution;
import gilbench.cpython.probe.ProbeReply;
import gilbench.cpython.probe.ProbeReply.Group;
import gilbench.cpython.probe.ProbeRunner;
import gilbench.cpython.probe.ProbeSide;
import gilbench.cpython.probe.ProbeTask;
import gilbench.cpython.probe.ProbeThreads;
import gilbench.scenario.BoundException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class SidesTest {
    private static final ProbeTask BLOCK =
            new ProbeTask(Duration.ofMillis(5), Duration.ofMillis(100), 1, List.of(ProbeThreads.cpu(1)));

    private final List<Integer> processes = new ArrayList<>();
    private final List<String> drives = new ArrayList<>();
    private IntPredicate disturbed = _ -> false;

    @Test
    void pairs_onAMachineThatSlowsDown_giveTheSpeedUpAllTheSame() throws InterruptedException {
        Observation seen = observe(new ExperimentTask.OfPairs(BLOCK, 2, BLOCK, 4));

        assertThat(seen.number(Quantity.SPEED_UP).orElseThrow()).isCloseTo(2, within(0.1));
        assertThat(processes).containsExactly(1, 2, 2, 1, 1, 2, 2, 1);
    }

    @Test
    void pairs_threeWithADisturbedBlock_giveTheSpeedUpAllTheSame() throws InterruptedException {
        disturbed = block -> block == 4;

        Observation seen = observe(new ExperimentTask.OfPairs(BLOCK, 2, BLOCK, 3));

        assertThat(seen.number(Quantity.SPEED_UP).orElseThrow()).isCloseTo(2, within(0.25));
    }

    @Test
    void service_isDrivenAtAShareOfTheRealCapacityWhateverTheSide() throws InterruptedException {
        Observation seen = observe(new ExperimentTask.OfService(Traffic.USUAL, 0.3, Duration.ofSeconds(1)));

        assertThat(drives).containsExactly("SIMULATED at 30.0 seed 7");
        assertThat(seen.number(Quantity.RATE)).hasValue(29);
        assertThat(seen.number(Quantity.MEAN_WAIT).orElseThrow()).isCloseTo(0.02, within(1e-4));
        assertThat(seen.number(Quantity.MEDIAN_WAIT).orElseThrow()).isCloseTo(0.02, within(1e-4));
    }

    @Test
    void tasks_outOfBounds_nameTheBound() {
        assertThatThrownBy(() -> new ExperimentTask.OfThreads(9, BLOCK))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("processes")
                .hasMessageContaining("9");
        assertThatThrownBy(() -> new ExperimentTask.OfService(Traffic.USUAL, 1.1, Duration.ofSeconds(1)))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("load");
        assertThatThrownBy(() -> new ExperimentTask.OfPairs(BLOCK, 1, BLOCK, 0))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("pairs");
    }

    private Observation observe(ExperimentTask task) throws InterruptedException {
        return new Sides(new SlowingProbes(), new Served100(), _ -> Observation.NONE, CalibrationCourse.UNDISTURBED)
                .observe(ProbeSide.SIMULATED, task, 7);
    }

    /** A tenth slower with every block; processes do not disturb each other. */
    private final class SlowingProbes implements ProbeRunner {
        private double speed = 1e6;

        @Override
        public ProbeReply run(ProbeSide side, int n, ProbeTask task) {
            processes.add(n);
            speed *= 0.9;
            double work = speed * n * (disturbed.test(processes.size()) ? 0.5 : 1);
            return new ProbeReply(List.of(new Group(List.of(Math.round(work)), List.of())), List.of());
        }

        @Override
        public MachineReading reading() {
            return new MachineReading(0, 0, 0, 0, 2);
        }
    }

    private final class Served100 implements ServedSides {
        @Override
        public double capacity(Traffic traffic) {
            return 100;
        }

        @Override
        public Served drive(ProbeSide side, Traffic traffic, double rate, Duration window, long seed) {
            drives.add(side + " at " + rate + " seed " + seed);
            Distribution.Recorder status = Distribution.recorder();
            for (int i = 0; i < 100; i++) {
                status.record(20_000_000);
            }
            return new Served(rate - 1, status.snapshot());
        }
    }
}
