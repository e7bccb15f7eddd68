package gilbench.cpython.validate;

import gilbench.scenario.BoundException;
import gilbench.scenario.Defaults;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import java.time.Duration;

/**
 * The two kinds of requests of a service, and what serves them: one process with one GIL.
 *
 * @param compute Python of {@code /compute}, above 0
 * @param waiting of {@code /status}, without the GIL, above 0
 * @param statusRate requests of {@code /status} per second, above 0
 * @param threads of the process, at least 1
 */
public record Traffic(Duration compute, Duration waiting, double statusRate, int threads) {
    private static final Duration USUAL_STEP = Duration.ofMillis(10);

    /** Of the fixed list. */
    public static final Traffic USUAL = new Traffic(USUAL_STEP, USUAL_STEP, 30, Defaults.THREADS);

    /** Checks the bounds. */
    public Traffic {
        checkPositive("compute", compute);
        checkPositive("waiting", waiting);
        if (!(statusRate > 0)) {
            throw new BoundException("status-rate", Double.toString(statusRate), "must be above 0");
        }
        if (threads < 1) {
            throw new BoundException("threads", Integer.toString(threads), "must be at least 1");
        }
    }

    /** What {@code /compute} does. */
    public RequestProfile computeProfile() {
        return RequestProfile.of(StepKind.PYTHON, compute);
    }

    /** What {@code /status} does. */
    public RequestProfile statusProfile() {
        return RequestProfile.of(StepKind.IO, waiting);
    }

    /** What distinguishes it from the usual, for people; empty when nothing does. */
    String text() {
        return equals(USUAL)
                ? ""
                : ", " + Wording.millis(compute) + " of Python beside " + Math.round(statusRate) + "/s of "
                        + Wording.millis(waiting) + " of waiting on " + Wording.count(threads, "thread");
    }

    private static void checkPositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new BoundException(name, duration.toString(), "must be above 0");
        }
    }
}
