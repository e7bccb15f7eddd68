package gilbench.bench.result;

import gilbench.scenario.Labelled;
import gilbench.scenario.Outcome;

/** How a request ended as the load driver saw it. */
public enum End implements Labelled {
    /** Answered, all steps carried out, body as expected. */
    COMPLETED(Outcome.COMPLETED.label()),

    /** Turned away by the service. */
    REJECTED(Outcome.REJECTED.label()),

    /** The service's deadline passed. */
    DEADLINE_PASSED(Outcome.DEADLINE_PASSED.label()),

    /** The delay service failed. */
    DOWNSTREAM_FAILED(Outcome.DOWNSTREAM_FAILED.label()),

    /** The service failed. */
    FAILED(Outcome.FAILED.label()),

    /** The worker ended. */
    WORKER_LOST(Outcome.WORKER_LOST.label()),

    /** Answered with something that is not an answer of this service. */
    BAD_ANSWER("bad-answer"),

    /** No connection could be had, or it broke. */
    NOT_CONNECTED("not-connected"),

    /** The driver gave up waiting. */
    CLIENT_TIMEOUT("client-timeout");

    private final String label;

    End(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
