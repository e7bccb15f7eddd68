package gilbench.predict;

import gilbench.scenario.BoundException;
import gilbench.scenario.RequestProfile;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * Several kinds of requests and how often each comes.
 *
 * @param parts at least one, at most 16
 */
public record Mix(List<Part> parts) {
    private static final int MOST = 16;

    /** Checks the number of parts. */
    public Mix {
        parts = List.copyOf(parts);
        if (parts.isEmpty() || parts.size() > MOST) {
            throw new BoundException("mix", Integer.toString(parts.size()), "must have 1 to " + MOST + " parts");
        }
    }

    /**
     * One kind of requests.
     *
     * @param weight its share relative to the other parts', above 0
     * @param profile with some demand
     */
    public record Part(double weight, RequestProfile profile) {
        /** Checks the weight, and that a request takes any time at all. */
        public Part {
            if (!(weight > 0 && Double.isFinite(weight))) {
                throw new BoundException("weight", Double.toString(weight), "must be a finite number above 0");
            }
            if (profile.ideal().isZero()) {
                throw new BoundException("profile", "0ms", "must have a step that is longer than 0");
            }
        }
    }

    /** Requests of a single kind. */
    public static Mix of(RequestProfile profile) {
        return new Mix(List.of(new Part(1, profile)));
    }

    /** The share of all requests that a part has. */
    public double share(Part part) {
        return part.weight() / parts.stream().mapToDouble(Part::weight).sum();
    }

    /** The mean over all requests of a duration of their profile, seconds. */
    double mean(Function<RequestProfile, Duration> duration) {
        return parts.stream()
                .mapToDouble(
                        part -> share(part) * duration.apply(part.profile()).toNanos() / 1e9)
                .sum();
    }
}
