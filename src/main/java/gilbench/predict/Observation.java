package gilbench.predict;

import java.util.List;

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
    /** Response times of all kinds of requests together. */
    Times allTimes() {
        Times all = new Times();
        times.forEach(all::add);
        return all;
    }
}
