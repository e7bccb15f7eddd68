package gilbench.service.web;

import gilbench.scenario.Outcome;
import gilbench.scenario.TimeBudget;
import gilbench.service.execution.Execution;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Measures how fast the burner is now, one measurement at a time. */
final class BurnerHandler {
    private final Execution execution;
    private final Semaphore idle = new Semaphore(1);

    BurnerHandler(Execution execution) {
        this.execution = execution;
    }

    /** Answers the speeds as shares of the calibrated speed; 503 while another measurement is running. */
    Mono<ServerResponse> measure() {
        if (!idle.tryAcquire()) {
            return ServerResponse.status(503)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .bodyValue(Problem.of(
                            Outcome.REJECTED, "another measurement of the burner is running", TimeBudget.NONE));
        }
        return Mono.fromCallable(execution::burnerSpeeds)
                .subscribeOn(Schedulers.boundedElastic())
                .doFinally(_ -> idle.release())
                .flatMap(BurnerHandler::answer);
    }

    private static Mono<ServerResponse> answer(List<Double> speeds) {
        return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).bodyValue(Map.of("speeds", speeds));
    }
}
