package gilbench.bench.load;

import gilbench.bench.result.End;
import gilbench.scenario.Labelled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * Reads the sample stream of a drive by k6: {@code --out csv} with times in nanoseconds since 1970, line by line. The samples of
 * a request are {@code http_req_duration}, whose time is its end, and then {@code gilbench_answered}; they have the same
 * {@code request} in their metadata. Other samples are passed over.
 */
final class K6Samples {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int TIME = 1;
    private static final int VALUE = 2;

    private final Map<String, Http> unanswered = new HashMap<>();
    private final List<K6Request> requests = new ArrayList<>();
    private final List<Long> drops = new ArrayList<>();
    private OptionalLong began = OptionalLong.empty();

    private record Http(long end, long duration) {}

    /**
     * Reads one line.
     *
     * @throws IllegalArgumentException when a sample that matters is not as the script writes it
     */
    void accept(String line) {
        int comma = line.indexOf(',');
        String metric = comma < 0 ? "" : line.substring(0, comma);
        switch (metric) {
            case "gilbench_began" -> began = OptionalLong.of(nanos(CsvLine.fields(line)));
            case "dropped_iterations" -> drops.add(time(CsvLine.fields(line)));
            case "http_req_duration" -> http(CsvLine.fields(line));
            case "gilbench_answered" -> answered(CsvLine.fields(line));
            default -> {}
        }
    }

    /** When the scenario began, to the millisecond; empty until the first start. */
    OptionalLong began() {
        return began;
    }

    /** Answered requests in the order of their answers. */
    List<K6Request> requests() {
        return requests;
    }

    /** When starts were dropped, in this order. */
    List<Long> drops() {
        return drops;
    }

    /** Requests that were sent and of which nothing more was heard. */
    int unanswered() {
        return unanswered.size();
    }

    private void http(List<String> fields) {
        unanswered.put(metadata(fields, "request"), new Http(time(fields), nanos(fields)));
    }

    private void answered(List<String> fields) {
        String key = metadata(fields, "request");
        Http http = unanswered.remove(key);
        String[] request = key.split(" ", -1);
        if (http == null || request.length != 5) {
            throw new IllegalArgumentException("k6: an answer without its request: " + fields);
        }
        String[] answer = metadata(fields, "answer").split(" ", 2);
        End how = Labelled.find(End.class, answer[0]).orElse(End.BAD_ANSWER);
        requests.add(new K6Request(
                Integer.parseInt(request[0]),
                Integer.parseInt(request[1]),
                Long.parseLong(request[2]),
                Long.parseLong(request[3]) * 1000,
                actual(http, Long.parseLong(request[4])),
                http.end(),
                how,
                ServerTiming.parse(answer.length == 2 ? answer[1] : "")));
    }

    private long actual(Http http, long sentMillis) {
        return http.duration() > 0
                ? http.end() - http.duration()
                : Math.min(http.end(), began.orElse(http.end()) + sentMillis * 1_000_000);
    }

    private static long time(List<String> fields) {
        return Long.parseLong(fields.get(TIME));
    }

    private static long nanos(List<String> fields) {
        return Math.round(Double.parseDouble(fields.get(VALUE)) * NANOS_PER_MILLI);
    }

    /** One value of the last column, which reads {@code key=value&key=value}. */
    private static String metadata(List<String> fields, String key) {
        for (String each : fields.getLast().split("&", -1)) {
            if (each.startsWith(key + "=")) {
                return each.substring(key.length() + 1);
            }
        }
        throw new IllegalArgumentException("k6: a sample without " + key + " in its metadata: " + fields);
    }
}
