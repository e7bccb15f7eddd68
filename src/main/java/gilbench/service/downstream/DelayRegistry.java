package gilbench.service.downstream;

import gilbench.scenario.BoundException;
import gilbench.scenario.Defaults;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * The distinct delays that one process has asked the delay service for: at most a bound, because each stays registered
 * there. Delays that the delay service knows by itself do not count. Thread-safe.
 */
public final class DelayRegistry {
    private final int most;
    private final Set<Duration> admitted = new HashSet<>();

    /** A registry of at most {@code most} delays. */
    public DelayRegistry(int most) {
        this.most = most;
    }

    /** A registry of at most {@link Defaults#MAX_DELAYS} delays. */
    public DelayRegistry() {
        this(Defaults.MAX_DELAYS);
    }

    /**
     * Admits the delays of all {@code io} steps.
     *
     * @throws BoundException when that would be more distinct delays than the bound
     */
    public void admit(RequestProfile profile) {
        for (Step step : profile.steps()) {
            if (step.kind() == StepKind.IO) {
                admit(step.duration());
            }
        }
    }

    /**
     * Admits one delay.
     *
     * @throws BoundException when that would be one distinct delay more than the bound
     */
    public void admit(Duration delay) {
        if (!DelayPath.needsRegistration(delay)) {
            return;
        }
        synchronized (admitted) {
            if (admitted.size() < most) {
                admitted.add(delay);
            } else if (!admitted.contains(delay)) {
                throw new BoundException(
                        "io",
                        delay.toMillis() + "ms",
                        "must be one of the delays asked for before, which are " + most + ", the most there may be");
            }
        }
    }
}
