package gilbench.service.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * Counts and times HTTP answers under the name and the tags of Spring Boot's own meter, without the observation of each
 * request that Spring Boot makes for it. Paths that are not the service's are one, {@code other}, so that a scanner cannot
 * multiply the series; so are methods other than GET. Recording allocates nothing once a status was seen.
 */
public final class HttpMeters {
    private static final String OTHER = "other";
    private static final List<String> PATHS = List.of(
            "/status", "/compute", "/mixed", "/deployment", "/deployment/burner", "/actuator/prometheus", OTHER);
    private static final List<String> METHODS = List.of("GET", OTHER);
    private static final int STATUSES = 600;
    private static final int OK = 200;

    private final Registration to;
    private final List<AtomicReferenceArray<Timer>> timers;

    /** Meters at zero for every path of the service. */
    public HttpMeters(MeterRegistry registry) {
        to = new Registration(registry);
        timers = IntStream.range(0, METHODS.size() * PATHS.size())
                .mapToObj(_ -> new AtomicReferenceArray<Timer>(STATUSES))
                .toList();
        PATHS.subList(0, PATHS.size() - 1).forEach(path -> timer("GET", path, OK));
    }

    /**
     * Records one answer.
     *
     * @param path the path that was asked for, without its query
     * @param status 100 to 599; any other counts as 500
     */
    public void record(String method, String path, int status, long nanos) {
        timer(method, path, status).record(nanos, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String method, String path, int status) {
        int known = status >= 100 && status < STATUSES ? status : 500;
        int row = METHODS.size() * indexOf(PATHS, path) + indexOf(METHODS, method);
        Timer timer = timers.get(row).get(known);
        return timer != null ? timer : register(row, known);
    }

    private Timer register(int row, int status) {
        Tags tags = Tags.of(
                "method", METHODS.get(row % METHODS.size()),
                "uri", PATHS.get(row / METHODS.size()),
                "status", Integer.toString(status),
                "outcome", outcome(status));
        Timer timer = to.timer(Meters.HTTP_REQUESTS, tags);
        timers.get(row).set(status, timer);
        return timer;
    }

    private static int indexOf(List<String> known, String value) {
        int index = known.indexOf(value);
        return index >= 0 ? index : known.size() - 1;
    }

    private static String outcome(int status) {
        return switch (status / 100) {
            case 1 -> "INFORMATIONAL";
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            default -> "SERVER_ERROR";
        };
    }
}
