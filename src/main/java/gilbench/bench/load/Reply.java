package gilbench.bench.load;

import gilbench.bench.result.End;
import gilbench.scenario.Labelled;
import gilbench.scenario.Outcome;
import gilbench.scenario.TimeBudget;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a service answered.
 *
 * @param serverTiming the header, empty when absent
 */
record Reply(int status, String serverTiming, String body) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int OK = 200;

    /** How the request ended: by the body of a 200, by the last path segment of the problem's type otherwise. */
    End end() {
        if (status == OK) {
            return body.contains("\"status\":\"ok\"") && body.contains("\"outcome\":\"completed\"")
                    ? End.COMPLETED
                    : End.BAD_ANSWER;
        }
        String type = text(json(), "type");
        return Labelled.find(Outcome.class, type.substring(type.lastIndexOf('/') + 1))
                .filter(outcome -> outcome != Outcome.COMPLETED)
                .flatMap(outcome -> Labelled.find(End.class, outcome.label()))
                .orElse(End.BAD_ANSWER);
    }

    /** Where the time of a completed request went, as far as the service says. */
    Optional<TimeBudget> budget() {
        return ServerTiming.parse(serverTiming);
    }

    /** The body as JSON; a missing node when it is not JSON. */
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    /** A text property, or the empty text. */
    static String text(JsonNode node, String property) {
        return node.path(property).asString("");
    }
}
