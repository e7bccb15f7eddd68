package gilbench.service.web;

import gilbench.scenario.RequestProfile;
import gilbench.service.execution.Answer;
import gilbench.service.execution.Execution;
import gilbench.service.execution.ExecutionStatistics;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Answers every request with the same answer, or fails. */
record FakeExecution(CompletableFuture<Answer> answer) implements Execution {
    @Override
    public CompletableFuture<Answer> submit(RequestProfile profile) {
        return answer;
    }

    @Override
    public ExecutionStatistics statistics() {
        return ExecutionStatistics.NOTHING;
    }

    @Override
    public List<Double> burnerSpeeds() {
        return List.of(0.99, 1.01);
    }

    @Override
    public void close() {}
}
