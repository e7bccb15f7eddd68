package gilbench.cpython;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.service.execution.Answer;
import gilbench.service.execution.Execution;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CpythonEventLoopIT extends CpythonContract {
    private static final int MANY = 150;

    @Override
    protected ConcurrencyModel model() {
        return ConcurrencyModel.EVENT_LOOP;
    }

    /** Requests wait inside the process: those in its socket are not yet counted, and rejected no sooner than they are read. */
    @Override
    protected boolean bounded() {
        return false;
    }

    /** How many the loop reads at once is not known: the bound is tested with more than it takes. */
    @Override
    @Test
    protected void submit_beyondTheQueue_rejectsAtOnceWhatHasAQueue() throws Exception {
        RequestProfile busy = RequestProfile.of(StepKind.OPAQUE, Duration.ofMillis(50));
        List<Outcome> outcomes = new ArrayList<>();
        try (Execution execution = start(RealPools.deployment(model(), 1, 1, 2))) {
            List<CompletableFuture<Answer>> futures = IntStream.range(0, MANY)
                    .mapToObj(_ -> execution.submit(busy))
                    .toList();
            for (CompletableFuture<Answer> future : futures) {
                outcomes.add(future.get(60, TimeUnit.SECONDS).outcome());
            }
        }
        assertThat(outcomes)
                .contains(Outcome.COMPLETED, Outcome.REJECTED)
                .containsOnly(Outcome.COMPLETED, Outcome.REJECTED);
    }
}
