package gilbench.bench.load;

import gilbench.bench.result.Measurement;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From the requests that k6 saw to a measurement.
 *
 * <p>k6 tells the beginning of its timetable to the millisecond only. Within that millisecond it is taken to be where the request
 * that was sent with the least lag has none. Dropped starts have no number: a request's place in the timetable is its own number
 * plus the drops before it.
 */
final class K6Measurement {
    private static final long JUST_BELOW_A_MILLI = 999_999;

    private final Workload workload;
    private final K6Timetable timetable;
    private final K6Samples samples;
    private final long zero;
    private final Recorder recorder;

    K6Measurement(Workload workload, K6Timetable timetable, K6Samples samples) {
        this.workload = workload;
        this.timetable = timetable;
        this.samples = samples;
        this.zero = zero(samples, timetable);
        boolean counted = workload instanceof Workload.Closed closed
                && closed.requestsEach().isPresent();
        this.recorder = counted ? Recorder.ofAll() : Recorder.between(timetable.opens(), timetable.closes());
    }

    /** A request with its intended start; all times since the beginning of the timetable. */
    private record Placed(long intended, long actual, long end, K6Request request) {}

    Measurement measurement(Duration generatorCpu) {
        List<Placed> placed = switch (workload) {
            case Workload.Open _ -> onTheTimetable();
            case Workload.Closed closed -> afterThinking(closed.thinkTime().toNanos());
        };
        drops(placed);
        replay(placed);
        return recorder.measurement(workload, generatorCpu);
    }

    private static long zero(K6Samples samples, K6Timetable timetable) {
        long told = samples.began().orElseThrow();
        long least = samples.requests().stream()
                .mapToLong(each -> each.actual() - timetable.due(each.iteration(), each.delay()))
                .min()
                .orElse(told);
        return Math.clamp(least, told, told + JUST_BELOW_A_MILLI);
    }

    private List<Placed> onTheTimetable() {
        long[] drops = sortedDrops();
        List<Placed> placed = new ArrayList<>();
        for (K6Request each : samples.requests()) {
            long actual = each.actual() - zero;
            long place = place(each, actual - each.delay(), drops);
            placed.add(new Placed(timetable.due(place, each.delay()), actual, each.end() - zero, each));
        }
        return placed;
    }

    /** A start is never before its time; a drop that would make it so came after it. */
    private long place(K6Request request, long begun, long[] drops) {
        long latest = Math.max(request.iteration(), begun / timetable.period());
        return Math.min(latest, request.iteration() + before(drops, begun));
    }

    private List<Placed> afterThinking(long thinkTime) {
        List<K6Request> inOrder = samples.requests().stream()
                .sorted(Comparator.comparingInt(K6Request::turn))
                .toList();
        Map<Integer, Long> free = new HashMap<>();
        List<Placed> placed = new ArrayList<>();
        for (K6Request each : inOrder) {
            long actual = each.actual() - zero;
            long intended = Math.min(actual, free.getOrDefault(each.user(), 0L));
            placed.add(new Placed(intended, actual, each.end() - zero, each));
            free.put(each.user(), each.end() - zero + thinkTime);
        }
        return placed;
    }

    private long[] sortedDrops() {
        return samples.drops().stream().mapToLong(each -> each - zero).sorted().toArray();
    }

    private void drops(List<Placed> placed) {
        long[] begins = placed.stream()
                .mapToLong(each -> each.actual() - each.request().delay())
                .sorted()
                .toArray();
        long[] drops = sortedDrops();
        for (int i = 0; i < drops.length; i++) {
            recorder.dropped(timetable.due(i + before(begins, drops[i]), 0));
        }
    }

    /** How many of the sorted {@code times} are before {@code time}. */
    private static int before(long[] times, long time) {
        int low = 0;
        int high = times.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Tells the recorder of starts and ends in the order of their times. */
    private void replay(List<Placed> placed) {
        List<Placed> starts = placed.stream()
                .sorted(Comparator.comparingLong(Placed::intended))
                .toList();
        List<Placed> ends =
                placed.stream().sorted(Comparator.comparingLong(Placed::end)).toList();
        int started = 0;
        for (Placed each : ends) {
            while (started < starts.size() && starts.get(started).intended() <= each.end()) {
                recorder.started(starts.get(started++).intended());
            }
            recorder.ended(
                    each.intended(),
                    each.actual(),
                    each.end(),
                    each.request().how(),
                    each.request().budget());
        }
    }
}
