package gilbench.predict;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What one simulation saw in its measurement window; times in nanoseconds.
 *
 * @param window length
 * @param events that were added until its end, the warm-up's included
 * @param cutShort whether it ended because of the bound on events
 * @param due requests that arrived in it
 * @param completed requests that ended in it with all steps done
 * @param rejected requests that arrived in it and were turned away
 * @param expired requests whose deadline passed in it
 * @param lost requests that ended in it with their worker
 * @param times response times of completed, expired and lost requests, by kind of request
 * @param completedTimes response times of completed requests
 * @param queue sum of this part over the completed requests; the other parts likewise
 * @param area integral of the number in flight
 * @param mostInGroup most requests that one group ever had taken over, those that wait for its threads included
 * @param coreTime integral of the number of busy cores
 * @param foreignTime the part of it that other processes than the service had
 * @param gilHeld by GIL
 */
record Observation(
        long window,
        long events,
        boolean cutShort,
        long due,
        long completed,
        long rejected,
        long expired,
        long lost,
        List<Times> times,
        Times completedTimes,
        long queue,
        long gilWait,
        long python,
        long nativeTime,
        long io,
        long area,
        long inFlightAtStart,
        long inFlightAtEnd,
        long inFlightMost,
        int mostInGroup,
        long coreTime,
        long foreignTime,
        List<Long> gilHeld,
        long switches,
        long forcedSwitches) {
    /** Several windows of the same model, at least one, as if they were one. */
    static Observation pooled(List<Observation> windows) {
        return windows.stream().reduce(Observation::and).orElseThrow();
    }

    private Observation and(Observation other) {
        return new Observation(
                window + other.window,
                events + other.events,
                cutShort || other.cutShort,
                due + other.due,
                completed + other.completed,
                rejected + other.rejected,
                expired + other.expired,
                lost + other.lost,
                IntStream.range(0, times.size())
                        .mapToObj(kind -> times.get(kind).and(other.times.get(kind)))
                        .toList(),
                completedTimes.and(other.completedTimes),
                queue + other.queue,
                gilWait + other.gilWait,
                python + other.python,
                nativeTime + other.nativeTime,
                io + other.io,
                area + other.area,
                inFlightAtStart + other.inFlightAtStart,
                inFlightAtEnd + other.inFlightAtEnd,
                Math.max(inFlightMost, other.inFlightMost),
                Math.max(mostInGroup, other.mostInGroup),
                coreTime + other.coreTime,
                foreignTime + other.foreignTime,
                IntStream.range(0, gilHeld.size())
                        .mapToObj(gil -> gilHeld.get(gil) + other.gilHeld.get(gil))
                        .toList(),
                switches + other.switches,
                forcedSwitches + other.forcedSwitches);
    }

    /** Response times of all kinds of requests together. */
    Times allTimes() {
        Times all = new Times();
        times.forEach(all::add);
        return all;
    }
}
