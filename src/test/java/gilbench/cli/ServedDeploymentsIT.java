package gilbench.cli;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gilbench.cpython.Python;
import gilbench.cpython.probe.ProbeSide;
import gilbench.cpython.validate.ServedSides.Served;
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
    private static final double RATE = 15;

    @Test
    void drive_everySide_answersStatusBesideCompute() throws InterruptedException {
        Optional<Python> python = Python.find(Optional.empty());
        assumeTrue(python.isPresent(), "needs a CPython 3.8 or later on PATH");
        ProcessMachinery machinery =
                new ProcessMachinery("test", python.map(MeasuredPython::new), "the embedded driver");
        try (ServedDeployments services =
                new ServedDeployments(() -> new ServedSites(machinery, DEPLOYMENT, machinery::calibrate))) {
            assertThat(services.known()).isEmpty();
            assertThat(services.capacity()).isBetween(10.0, 130.0);
            assertThat(services.known()).hasValue(services.capacity());
            for (ProbeSide side : ProbeSide.values()) {
                Served served = services.drive(side, RATE, Duration.ofSeconds(2), 1);
                assertThat(served.throughput()).as(side.name()).isBetween(RATE / 4, RATE * 3);
                assertThat(served.status().count()).isGreaterThan(10);
                assertThat(served.status().mean()).isBetween(0.010, 2.0);
            }
        }
    }
}
