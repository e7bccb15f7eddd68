package gilbench.bench.load;

import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** What the script of the k6 driver reads from its environment. */
final class K6Settings {
    private static final Duration BEYOND_TIMEOUT = Duration.ofSeconds(5);
    /** Load goes on beyond the window, so that k6 still runs when its processor time is read. */
    private static final Duration TAIL = Duration.ofMillis(500);

    /** What k6 takes at least. */
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private static final Duration LONGEST = Duration.ofDays(7);

    private K6Settings() {}

    static Map<String, String> of(LoadRequest request, K6Timetable timetable) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("URL", Endpoint.of(request.service(), request.profile()).toString());
        settings.put("VUS", Integer.toString(K6Timetable.virtualUsers(request)));
        settings.put("TIMEOUT_MS", Long.toString(request.timeout().toMillis()));
        settings.put(
                "GRACE_MS",
                Long.toString(
                        request.timeout().plus(BEYOND_TIMEOUT).toMillis() + timetable.displacement() / 1_000_000));
        settings.put("END_MS", Long.toString(Math.ceilDiv(timetable.closes(), 1_000_000) + TAIL.toMillis()));
        settings.put("THINK_MS", "0");
        settings.put("TURNS", "0");
        settings.put("RATE", Long.toString(timetable.perThousandSeconds()));
        settings.put("PERIOD_MS", Double.toString(timetable.period() / 1e6));
        settings.put("DISPLACEMENT_MS", Double.toString(timetable.displacement() / 1e6));
        settings.put("SEED", Integer.toString(Long.hashCode(request.seed())));
        settings.putAll(
                switch (request.workload()) {
                    case Workload.Open _ -> Map.of("KIND", "open");
                    case Workload.Closed closed -> closed(closed, request.timeout());
                });
        return settings;
    }

    private static Map<String, String> closed(Workload.Closed closed, Duration timeout) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("THINK_MS", Double.toString(closed.thinkTime().toNanos() / 1e6));
        settings.put("KIND", closed.requestsEach().isPresent() ? "turns" : "users");
        closed.requestsEach().ifPresent(each -> {
            Duration most = timeout.plus(closed.thinkTime()).multipliedBy(each);
            settings.put("TURNS", Integer.toString(each));
            settings.put("END_MS", Long.toString(Math.clamp(most.toMillis(), SHORTEST.toMillis(), LONGEST.toMillis())));
        });
        return settings;
    }
}
