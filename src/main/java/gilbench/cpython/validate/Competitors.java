package gilbench.cpython.validate;

import gilbench.cpython.probe.ProbeThreads;
import gilbench.scenario.Defaults;
import java.time.Duration;
import java.util.List;

/**
 * CPU threads beside a thread that is watched.
 *
 * @param threads 0 when that is alone
 * @param interval the switch interval of all of them
 */
record Competitors(int threads, Duration interval) {
    /** Under the default interval. */
    static Competitors of(int threads) {
        return new Competitors(threads, Defaults.SWITCH_INTERVAL);
    }

    /** They and {@code watched}, which comes last. */
    List<ProbeThreads> with(ProbeThreads watched) {
        return threads == 0 ? List.of(watched) : List.of(ProbeThreads.cpu(threads), watched);
    }

    /** How long it takes until each of them has had a slice. */
    Duration round() {
        return interval.multipliedBy(threads);
    }

    /** For people; the interval is named when it is not the default. */
    String text() {
        String beside = threads == 0 ? "alone" : "beside " + Wording.count(threads, "CPU thread");
        return interval.equals(Defaults.SWITCH_INTERVAL) ? beside : beside + " at " + Wording.millis(interval);
    }
}
