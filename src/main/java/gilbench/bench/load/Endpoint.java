package gilbench.bench.load;

import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.text.DurationText;
import gilbench.scenario.text.ProfileText;
import java.net.URI;

/** The address under which a service carries out a request profile. */
final class Endpoint {
    private Endpoint() {}

    /** {@code /compute} for one {@code python} step, {@code /status} for one {@code io} step, else {@code /mixed}. */
    static URI of(URI service, RequestProfile profile) {
        return service.resolve(path(profile));
    }

    private static String path(RequestProfile profile) {
        Step first = profile.steps().getFirst();
        if (profile.steps().size() == 1 && first.kind() == StepKind.PYTHON) {
            return "/compute?cpu=" + DurationText.format(first.duration());
        }
        if (profile.steps().size() == 1 && first.kind() == StepKind.IO) {
            return "/status?delay=" + DurationText.format(first.duration());
        }
        return "/mixed?profile=" + ProfileText.format(profile);
    }
}
