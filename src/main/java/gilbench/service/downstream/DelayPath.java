package gilbench.service.downstream;

import java.time.Duration;
import java.util.UUID;

/**
 * How the delay service knows a delay: whole seconds from 0 to 10 as {@code /delay/N}, everything else in whole
 * milliseconds as {@code /delay-ms/N}, which must be registered.
 */
final class DelayPath {
    private static final long KNOWN_SECONDS = 10;
    private static final long ID_PREFIX = 0x67696c62656e6368L;

    private DelayPath() {}

    /** Whether the delay service must be told before it is asked. */
    static boolean needsRegistration(Duration delay) {
        return delay.toMillis() % 1000 != 0 || delay.toSeconds() > KNOWN_SECONDS;
    }

    /** The path that answers after {@code delay}. */
    static String of(Duration delay) {
        return needsRegistration(delay) ? "/delay-ms/" + delay.toMillis() : "/delay/" + delay.toSeconds();
    }

    /** The stub mapping that the admin API takes; its id is the same in every process, so that it is registered once. */
    static String mapping(Duration delay) {
        long millis = delay.toMillis();
        return """
            {
              "id": "%1$s",
              "name": "delay-ms-%2$d",
              "request": {"method": "GET", "urlPath": "/delay-ms/%2$d"},
              "response": {
                "status": 200,
                "headers": {"Content-Type": "application/json"},
                "jsonBody": {"delay-ms": %2$d},
                "fixedDelayMilliseconds": %2$d
              },
              "persistent": false
            }
            """.formatted(new UUID(ID_PREFIX, millis), millis);
    }
}
