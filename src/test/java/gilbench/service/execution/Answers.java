package gilbench.service.execution;

import static java.util.concurrent.TimeUnit.SECONDS;

import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Requests of a test and their answers. */
final class Answers {
    private Answers() {}

    static Answer answer(CompletableFuture<Answer> future) throws Exception {
        return future.get(30, SECONDS);
    }

    static List<Outcome> outcomes(Collection<CompletableFuture<Answer>> futures) throws Exception {
        List<Outcome> outcomes = new ArrayList<>();
        for (CompletableFuture<Answer> future : futures) {
            outcomes.add(answer(future).outcome());
        }
        return outcomes;
    }

    static List<CompletableFuture<Answer>> submit(Execution execution, int count, RequestProfile profile) {
        return IntStream.range(0, count)
                .mapToObj(_ -> execution.submit(profile))
                .toList();
    }
}
