package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.cpython.probe.ProbeKind;
import gilbench.cpython.probe.ProbeTask;
import gilbench.cpython.probe.ProbeThreads;
import gilbench.cpython.validate.ExperimentTask;
import gilbench.cpython.validate.Observation;
import gilbench.cpython.validate.Quantity;
import gilbench.cpython.validate.Traffic;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.MachineTimes;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class PredictedCasesTest {
    private static final Duration INTERVAL = Duration.ofMillis(5);
    private static final Duration SLEEP = Duration.ofMillis(2);
    private static final ProbeThreads ECHO = ProbeThreads.of(ProbeKind.ECHO, 1, Duration.ZERO, Duration.ZERO);

    private final PredictedCases cases = new PredictedCases(
            Deployment.of(ConcurrencyModel.THREAD_PER_REQUEST, Interpreter.of(InterpreterKind.GIL), 2),
            MachineTimes.TYPICAL,
            _ -> OptionalDouble.of(90));

    @Test
    void sleeperBesideACpuThread_waitsForAnInterval() {
        Observation seen = threads(ProbeThreads.cpu(1), ProbeThreads.sleepers(1, SLEEP, SLEEP));

        assertThat(seen.number(Quantity.MEDIAN_WAIT).orElseThrow()).isBetween(0.005, 0.0055);
        assertThat(seen.waits().count()).isPositive();
    }

    @Test
    void cpuThreads_changePlacesOnceInAnInterval() {
        Observation seen = threads(ProbeThreads.cpu(2));

        assertThat(seen.number(Quantity.SWITCHES).orElseThrow()).isBetween(180.0, 200.0);
        assertThat(seen.number(Quantity.MEDIAN_SLICE).orElseThrow()).isBetween(0.005, 0.0055);
        assertThat(seen.number(Quantity.LUCKIEST).orElseThrow()
                        + seen.number(Quantity.UNLUCKIEST).orElseThrow())
                .isCloseTo(1, within(1e-6));
    }

    @Test
    void pairs_processesScaleToTheCoresAndThreadsDoNot() {
        ProbeTask one = task(ProbeThreads.cpu(1));

        assertThat(speedUp(new ExperimentTask.OfPairs(one, 4, one, 1))).isCloseTo(2, within(0.05));
        assertThat(speedUp(new ExperimentTask.OfPairs(one, 1, task(ProbeThreads.cpu(4)), 1)))
                .isCloseTo(1, within(0.02));
    }

    @Test
    void mixed_threadsThatHardlyMeet_goRoundInTheirOwnTime() {
        Observation seen = threads(ProbeThreads.of(ProbeKind.MIXED, 2, SLEEP, Duration.ofMillis(98)));

        assertThat(seen.number(Quantity.RATE).orElseThrow()).isCloseTo(20, within(0.5));
    }

    @Test
    void echo_besideACpuThread_waitsAsLongAsItsRateSays() {
        Observation seen = threads(ProbeThreads.cpu(1), ECHO);

        assertThat(seen.number(Quantity.RATE).orElseThrow()
                        * seen.number(Quantity.MEAN_WAIT).orElseThrow())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void whatActsCannotTell_isAbsent() {
        assertThat(threads(ECHO)).isEqualTo(Observation.NONE);
        assertThat(threads(ProbeThreads.of(ProbeKind.LOOP, 1, INTERVAL, INTERVAL)))
                .isEqualTo(Observation.NONE);
    }

    @Test
    void service_atAShareOfTheCapacity_answersInMoreThanItsDelay() {
        Observation seen = cases.predict(new ExperimentTask.OfService(Traffic.USUAL, 0.5, Duration.ofSeconds(1)));

        assertThat(seen.number(Quantity.RATE).orElseThrow()).isCloseTo(45, within(2.0));
        assertThat(seen.number(Quantity.MEAN_WAIT).orElseThrow()).isBetween(0.010, 0.050);
    }

    private Observation threads(ProbeThreads... roles) {
        return cases.predict(new ExperimentTask.OfThreads(1, task(roles)));
    }

    private double speedUp(ExperimentTask.OfPairs pairs) {
        return cases.predict(pairs).number(Quantity.SPEED_UP).orElseThrow();
    }

    private static ProbeTask task(ProbeThreads... roles) {
        return new ProbeTask(INTERVAL, Duration.ofSeconds(1), 1, List.of(roles));
    }
}
