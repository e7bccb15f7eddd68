package gilbench.service.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import gilbench.scenario.Outcome;
import gilbench.scenario.TimeBudget;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * Problem details after RFC 9457.
 *
 * @param type ends in the problem's name
 * @param members extension members: the budget of a request, or parameter, value and bound of a bad input
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonAnyGetter Map<String, Object> members) {
    private static final String TYPE = "urn:gilbench:problem/";

    /** The type of the problem that is called {@code name}. */
    static String type(String name) {
        return TYPE + name;
    }

    /** The problem of a request that ended with {@code outcome}, which is not completed. */
    static Problem of(Outcome outcome, String detail, TimeBudget budget) {
        return new Problem(
                type(outcome.label()),
                title(outcome),
                status(outcome).value(),
                detail,
                Map.of("outcome", outcome.label(), "budget", BudgetBody.of(budget)));
    }

    /** The problem of a parameter with a value outside its bound. */
    static Problem badInput(BadInputException bad) {
        return new Problem(
                type("bad-input"),
                "Bad input",
                HttpStatus.BAD_REQUEST.value(),
                bad.parameter() + ": '" + bad.value() + "' " + bad.bound(),
                Map.of("parameter", bad.parameter(), "value", bad.value(), "bound", bad.bound()));
    }

    /** A problem that is told by its status alone. */
    static Problem ofStatus(HttpStatusCode status, String detail) {
        String title = status instanceof HttpStatus known ? known.getReasonPhrase() : "Error";
        return new Problem(
                type(title.toLowerCase(Locale.ROOT).replace(' ', '-')), title, status.value(), detail, Map.of());
    }

    /** The service itself failed. */
    static Problem failed(String detail) {
        return of(Outcome.FAILED, detail, TimeBudget.NONE);
    }

    private static HttpStatus status(Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> HttpStatus.OK;
            case REJECTED -> HttpStatus.SERVICE_UNAVAILABLE;
            case DEADLINE_PASSED -> HttpStatus.GATEWAY_TIMEOUT;
            case DOWNSTREAM_FAILED -> HttpStatus.BAD_GATEWAY;
            case FAILED, WORKER_LOST -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    private static String title(Outcome outcome) {
        return switch (outcome) {
            case COMPLETED -> "Completed";
            case REJECTED -> "Rejected because the service is saturated";
            case DEADLINE_PASSED -> "Deadline passed";
            case DOWNSTREAM_FAILED -> "Delay service failed";
            case FAILED -> "Service failed";
            case WORKER_LOST -> "Worker process lost";
        };
    }
}
