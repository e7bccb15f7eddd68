package gilbench.cli;

import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.bench.stats.Distribution;
import gilbench.cpython.Python;
import gilbench.cpython.PythonSpeed;
import gilbench.cpython.WorkerScript;
import gilbench.scenario.Calibration;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Outcome;
import gilbench.scenario.PythonRuntime;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.service.execution.Answer;
import gilbench.service.execution.Execution;
import gilbench.service.worker.pool.WorkerPool;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;

/** The way of requests to a worker process of CPython and back, one after the other. */
final class WorkerWay implements AutoCloseable {
    private static final int WARM_UP = 1000;
    private static final int REQUESTS = 1500;

    /** Between two requests, so that both sides have gone to sleep. */
    private static final Duration PAUSE = Duration.ofMillis(1);

    private static final RequestProfile TRIVIAL = RequestProfile.of(StepKind.PYTHON, Duration.ofNanos(1000));
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9");
    private static final Calibration NOMINAL = new Calibration(1e9);

    private final Execution pool;

    private WorkerWay(Execution pool) {
        this.pool = pool;
    }

    /**
     * Starts one worker process.
     *
     * @throws MachineryException when it does not become ready
     */
    static WorkerWay start(Python python, InterpreterKind kind, PythonSpeed speed) throws InterruptedException {
        Deployment deployment = Deployment.of(ConcurrencyModel.WORKER_PROCESSES, Interpreter.of(kind), 1)
                .withRuntime(PythonRuntime.CPYTHON);
        try {
            WorkerWay way = new WorkerWay(
                    WorkerPool.start(deployment, NOMINAL, NOWHERE, WorkerScript.command(python, kind, speed)));
            way.goAndReturn(WARM_UP, Duration.ZERO);
            return way;
        } catch (IOException e) {
            throw new MachineryException("cannot start a worker: " + e.getMessage());
        }
    }

    /** Half of the median time that a request takes besides its work. */
    Duration observe() throws InterruptedException {
        double seconds = goAndReturn(REQUESTS, PAUSE).quantile(0.5).orElseThrow();
        return Duration.ofNanos(Math.round(seconds * 1e9 / 2));
    }

    private Distribution goAndReturn(int times, Duration pause) throws InterruptedException {
        Distribution.Recorder other = Distribution.recorder();
        for (int i = 0; i < times; i++) {
            LockSupport.parkNanos(pause.toNanos());
            other.record(Math.max(0, ask().budget().other()));
        }
        return other.snapshot();
    }

    private Answer ask() throws InterruptedException {
        try {
            Answer answer = pool.submit(TRIVIAL).get();
            if (answer.outcome() != Outcome.COMPLETED) {
                throw new MachineryException("a worker did not answer: " + answer.detail());
            }
            return answer;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
