package gilbench.cli;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gilbench.cpython.Python;
import gilbench.cpython.probe.ProbeSide;
import gilbench.cpython.validate.ServedSides.Served;
import gilbench.cpython.validate.Traffic;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real services of every side; only gross factors are asserted. */
@Timeout(value = 5, unit = MINUTES)
class ServedDeploymentsIT {
    private static final Deployment DEPLOYMENT =
            Deployment.of(ConcurrencyModel.THREAD_PER_REQUEST, Interpreter.of(InterpreterKind.GIL), 2);
    private static final Traffic TRAFFIC = new Traffic(Duration.ofMillis(5), Duration.ofMillis(20), 40, 8);
    private static final double RATE = 15;

    @Test
    void drive_everySide_answersStatusBesideCompute() throws InterruptedException {
        Optional<Python> python = Python.find(Optional.empty());
        assumeTrue(python.isPresent(), "needs a CPython 3.8 or later on PATH");
        ProcessMachinery machinery =
                new ProcessMachinery("test", python.map(MeasuredPython::new), "the embedded driver");
        try (ServedDeployments services = new ServedDeployments(
                threads -> new ServedSites(machinery, DEPLOYMENT.withThreads(threads), machinery::calibrate))) {
            assertThat(services.known(TRAFFIC)).isEmpty();
            assertThat(services.capacity(TRAFFIC)).isBetween(20.0, 260.0);
            assertThat(services.known(TRAFFIC)).hasValue(services.capacity(TRAFFIC));
            for (ProbeSide side : ProbeSide.values()) {
                Served served = services.drive(side, TRAFFIC, RATE, Duration.ofSeconds(2), 1);
                assertThat(served.throughput()).as(side.name()).isBetween(RATE / 4, RATE * 3);
                assertThat(served.status().count()).isGreaterThan(10);
                assertThat(served.status().mean()).isBetween(0.020, 2.0);
            }
        }
    }
}
