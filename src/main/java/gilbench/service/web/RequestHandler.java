package gilbench.service.web;

import gilbench.scenario.BoundException;
import gilbench.scenario.Outcome;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.TimeBudget;
import gilbench.scenario.text.ProfileText;
import gilbench.service.downstream.DelayRegistry;
import gilbench.service.execution.Answer;
import gilbench.service.execution.Execution;
import gilbench.service.telemetry.Endpoint;
import gilbench.service.telemetry.RequestMeters;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Hands requests over to the execution and turns its answers into HTTP. */
final class RequestHandler {
    private static final String SERVER_TIMING = "Server-Timing";
    private static final String RETRY_AFTER_SECONDS = "1";

    private final Execution execution;
    private final ReturnPath path;
    private final DelayRegistry delays;
    private final RequestMeters meters;

    RequestHandler(Execution execution, ReturnPath path, DelayRegistry delays, RequestMeters meters) {
        this.execution = execution;
        this.path = path;
        this.delays = delays;
        this.meters = meters;
    }

    /** Carries out {@code profile} and answers. */
    Mono<ServerResponse> handle(ServerRequest request, Endpoint endpoint, RequestProfile profile) {
        admit(endpoint, profile);
        return path.bring(request, execution.submit(profile))
                .flatMap(answer -> answer(request, endpoint, profile, answer));
    }

    private void admit(Endpoint endpoint, RequestProfile profile) {
        try {
            delays.admit(profile);
        } catch (BoundException wrong) {
            throw new BadInputException(
                    endpoint == Endpoint.STATUS ? "delay" : "profile", wrong.value(), wrong.bound());
        }
    }

    private Mono<ServerResponse> answer(
            ServerRequest request, Endpoint endpoint, RequestProfile profile, Answer answer) {
        long total = RequestClock.elapsed(request);
        TimeBudget budget = answer.budget().widened(total, 0);
        meters.record(endpoint, profile, answer.outcome(), budget);
        return answer.outcome() == Outcome.COMPLETED
                ? completed(profile, BudgetBody.of(budget))
                : problem(Problem.of(answer.outcome(), answer.detail(), budget), budget);
    }

    private static Mono<ServerResponse> completed(RequestProfile profile, BudgetBody budget) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(SERVER_TIMING, budget.serverTiming())
                .bodyValue(new AnswerBody("ok", Outcome.COMPLETED.label(), ProfileText.format(profile), budget));
    }

    private static Mono<ServerResponse> problem(Problem problem, TimeBudget budget) {
        return ServerResponse.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(SERVER_TIMING, BudgetBody.of(budget).serverTiming())
                .headers(headers -> {
                    if (problem.status() == 503) {
                        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
                    }
                })
                .bodyValue(problem);
    }
}
