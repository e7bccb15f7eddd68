package gilbench.cli;

import gilbench.scenario.Calibration;
import gilbench.scenario.Deployment;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.TimeBudget;
import gilbench.service.downstream.DelayClient;
import gilbench.service.execution.Answer;
import gilbench.service.execution.Execution;
import gilbench.service.execution.ExecutionStatistics;
import gilbench.service.interpreter.Burner;
import gilbench.service.interpreter.DelayPort;
import gilbench.service.interpreter.Ledger;
import gilbench.service.interpreter.PythonInterpreter;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Starts the execution of a deployment. */
final class Executions {
    private Executions() {}

    /** The execution that {@code deployment} asks for. */
    static Execution start(Deployment deployment, Calibration calibration, URI delayService) {
        return new Placeholder(
                PythonInterpreter.create(deployment.interpreter(), Burner.create(), calibration),
                new DelayClient(delayService),
                Executors.newFixedThreadPool(deployment.threads()));
    }

    private record Placeholder(PythonInterpreter python, DelayPort delays, ExecutorService threads)
            implements Execution {
        @Override
        public CompletableFuture<Answer> submit(RequestProfile profile) {
            return CompletableFuture.supplyAsync(() -> run(profile), threads);
        }

        private Answer run(RequestProfile profile) {
            Ledger ledger = new Ledger();
            long began = System.nanoTime();
            try {
                python.run(profile, delays, began + 60_000_000_000L, ledger);
                return new Answer(Outcome.COMPLETED, ledger.budget(System.nanoTime() - began), "");
            } catch (IOException e) {
                return new Answer(Outcome.DOWNSTREAM_FAILED, ledger.budget(System.nanoTime() - began), "" + e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Answer(Outcome.FAILED, TimeBudget.NONE, "interrupted");
            }
        }

        @Override
        public ExecutionStatistics statistics() {
            return new ExecutionStatistics(0, 0, List.of(python.gil().statistics()), 0, 0);
        }

        @Override
        public List<Double> burnerSpeeds() {
            return List.of(1.0);
        }

        @Override
        public void close() {
            threads.close();
        }
    }
}
