package gilbench.bench.load;

import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import java.net.URI;
import java.time.Duration;
import java.util.stream.Collectors;

/** The address under which a service carries out a request profile. */
final class Endpoint {
    private Endpoint() {}

    /** {@code /compute} for one {@code python} step, {@code /status} for one {@code io} step, else {@code /mixed}. */
    static URI of(URI service, RequestProfile profile) {
        return service.resolve(path(profile));
    }

    private static String path(RequestProfile profile) {
        if (profile.steps().size() == 1) {
            Step step = profile.steps().getFirst();
            if (step.kind() == StepKind.PYTHON) {
                return "/compute?cpu=" + text(step.duration());
            }
            if (step.kind() == StepKind.IO) {
                return "/status?delay=" + text(step.duration());
            }
        }
        return "/mixed?profile=" + text(profile);
    }

    static String text(RequestProfile profile) {
        return profile.steps().stream()
                .map(step -> step.kind().label() + ":" + text(step.duration()))
                .collect(Collectors.joining(","));
    }

    private static String text(Duration duration) {
        long nanos = duration.toNanos();
        if (nanos % 1_000_000 == 0) {
            return nanos / 1_000_000 + "ms";
        }
        return java.math.BigDecimal.valueOf(nanos, 3).stripTrailingZeros().toPlainString() + "us";
    }
}
