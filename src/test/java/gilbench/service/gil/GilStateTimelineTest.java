package gilbench.service.gil;

import static gilbench.service.gil.Programs.cycle;
import static gilbench.service.gil.Programs.hog;
import static gilbench.service.gil.Programs.micros;
import static gilbench.service.gil.Programs.step;
import static gilbench.service.gil.Programs.steps;
import static gilbench.service.gil.Programs.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.scenario.StepKind;
import gilbench.scenario.WaiterChoice;
import gilbench.service.gil.Timeline.Entry;
import gilbench.service.gil.Timeline.Event;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Worked timelines of the protocol, with an interval of 5 ms. */
class GilStateTimelineTest {
    @Test
    void twoHogs_switchOncePerIntervalPlusPollGapPlusWakeLatency() {
        Timeline timeline = timeline(WaiterChoice.FIFO, micros(10), micros(20));
        timeline.thread("A", micros(0), hog());
        timeline.thread("B", micros(1000), hog());

        assertThat(timeline.runUntil(micros(11_060)))
                .containsExactly(
                        Entry.at(0, "A", Event.TAKES),
                        Entry.at(1, "B", Event.ARMS),
                        Entry.at(6, "B", Event.REQUESTS),
                        Entry.at(6, "B", Event.ARMS),
                        Entry.at(6.01, "A", Event.DROPS),
                        Entry.at(6.01, "A", Event.AWAITS_SWITCH),
                        Entry.at(6.03, "B", Event.TAKES),
                        Entry.at(6.03, "A", Event.ARMS),
                        Entry.at(11.03, "A", Event.REQUESTS),
                        Entry.at(11.03, "A", Event.ARMS),
                        Entry.at(11.04, "B", Event.DROPS),
                        Entry.at(11.04, "B", Event.AWAITS_SWITCH),
                        Entry.at(11.06, "A", Event.TAKES),
                        Entry.at(11.06, "B", Event.ARMS));
    }

    @Test
    void ioThread_besideHog_waitsIntervalPlusPollGapPlusWakeLatency() {
        Timeline timeline = timeline(WaiterChoice.FIFO, micros(10), micros(20));
        timeline.thread("X", micros(0), steps(step(StepKind.IO, 3000), step(StepKind.PYTHON, 50)));
        timeline.thread("H", micros(0), hog());

        assertThat(timeline.runUntil(micros(8030)))
                .containsExactly(
                        Entry.at(0, "X", Event.TAKES),
                        Entry.at(0, "X", Event.DROPS),
                        Entry.at(0, "X", Event.BLOCKS),
                        Entry.at(0, "H", Event.TAKES),
                        Entry.at(3, "X", Event.ARMS),
                        Entry.at(8, "X", Event.REQUESTS),
                        Entry.at(8, "X", Event.ARMS),
                        Entry.at(8.01, "H", Event.DROPS),
                        Entry.at(8.01, "H", Event.AWAITS_SWITCH),
                        Entry.at(8.03, "X", Event.TAKES),
                        Entry.at(8.03, "H", Event.ARMS));
    }

    @Test
    void ioThread_backBeforeTheSignalledWaiterRuns_bargesAndTheWaiterArmsAFullWindow() {
        Timeline timeline = timeline(WaiterChoice.FIFO, micros(10), micros(2500));
        timeline.thread(
                "X",
                micros(0),
                steps(step(StepKind.PYTHON, 1000), step(StepKind.IO, 2000), step(StepKind.PYTHON, 9000)));
        timeline.thread("H", micros(500), hog());

        assertThat(timeline.runUntil(micros(8500)))
                .containsExactly(
                        Entry.at(0, "X", Event.TAKES),
                        Entry.at(0.5, "H", Event.ARMS),
                        Entry.at(1, "X", Event.DROPS),
                        Entry.at(1, "X", Event.BLOCKS),
                        Entry.at(3, "X", Event.TAKES),
                        Entry.at(3.5, "H", Event.ARMS),
                        Entry.at(8.5, "H", Event.REQUESTS),
                        Entry.at(8.5, "H", Event.ARMS));
    }

    @Test
    void voluntaryRelease_underRequest_blocksOnlyAfterTheSwitch() {
        Timeline timeline = timeline(WaiterChoice.FIFO, micros(1000), micros(20));
        timeline.thread("H", micros(0), steps(step(StepKind.PYTHON, 6400), step(StepKind.IO, 50_000)));
        timeline.thread("X", micros(1000), hog());

        assertThat(timeline.runUntil(micros(6420)))
                .endsWith(
                        Entry.at(6, "X", Event.REQUESTS),
                        Entry.at(6, "X", Event.ARMS),
                        Entry.at(6.4, "H", Event.DROPS),
                        Entry.at(6.4, "H", Event.AWAITS_SWITCH),
                        Entry.at(6.42, "X", Event.TAKES),
                        Entry.at(6.42, "H", Event.BLOCKS));
    }

    @Test
    void staleWindow_rearmsAndRequestsAWindowLater() {
        Timeline timeline = timeline(WaiterChoice.FIFO, micros(0), micros(0));
        timeline.thread("H", micros(0), steps(step(StepKind.PYTHON, 3000), step(StepKind.IO, 50_000)));
        timeline.thread("Z", micros(0), hog());
        timeline.thread("Y", micros(0), hog());

        assertThat(timeline.runUntil(micros(10_000)))
                .endsWith(
                        Entry.at(3, "Z", Event.TAKES),
                        Entry.at(5, "Y", Event.ARMS),
                        Entry.at(10, "Y", Event.REQUESTS),
                        Entry.at(10, "Y", Event.ARMS),
                        Entry.at(10, "Z", Event.DROPS),
                        Entry.at(10, "Z", Event.AWAITS_SWITCH),
                        Entry.at(10, "Y", Event.TAKES),
                        Entry.at(10, "Z", Event.ARMS));
    }

    @Test
    void staleWindow_preemptedThreadArmedAtTheSwitch_requestsFirst() {
        Timeline timeline = timeline(WaiterChoice.FIFO, micros(0), micros(0));
        timeline.thread("H", micros(0), hog());
        timeline.thread("Z", micros(0), hog());
        timeline.thread("Y", micros(2000), hog());

        assertThat(timeline.runUntil(micros(10_000)))
                .filteredOn(entry -> entry.event() == Event.REQUESTS || entry.event() == Event.TAKES)
                .startsWith(
                        Entry.at(0, "H", Event.TAKES),
                        Entry.at(5, "Z", Event.REQUESTS),
                        Entry.at(5, "Y", Event.TAKES),
                        Entry.at(10, "H", Event.REQUESTS));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 8})
    void hogsUnderFifo_takeInRotation(int hogs) {
        Timeline timeline = timeline(WaiterChoice.FIFO, micros(10), micros(20));
        for (int i = 0; i < hogs; i++) {
            timeline.thread("hog" + i, micros(i), hog());
        }

        List<String> takers = takes(timeline.runUntil(Duration.ofSeconds(2)))
                .map(Entry::thread)
                .skip(2L * hogs)
                .toList();

        assertThat(takers).hasSizeGreaterThan(200);
        for (int i = 0; i + hogs <= takers.size(); i++) {
            assertThat(new HashSet<>(takers.subList(i, i + hogs))).hasSize(hogs);
        }
    }

    @Test
    void opaqueStep_ignoresTheRequestUntilItEnds() {
        Timeline timeline = timeline(WaiterChoice.FIFO, micros(0), micros(20));
        timeline.thread("H", micros(0), steps(step(StepKind.OPAQUE, 300_000), step(StepKind.PYTHON, 9_000_000)));
        timeline.thread("X", micros(1000), hog());

        List<Entry> trace = timeline.runUntil(micros(300_020));

        assertThat(trace)
                .filteredOn(entry -> entry.event() == Event.REQUESTS)
                .containsExactly(Entry.at(6, "X", Event.REQUESTS));
        assertThat(takes(trace)).endsWith(Entry.at(300.02, "X", Event.TAKES));
    }

    @ParameterizedTest
    @CsvSource({"1, 100", "3, 300", "5, 500", "8, 500", "16, 500"})
    void closedLoopOfShortBursts_hasThroughputMinOfThreadsOverCycleAndOneOverBurst(int threads, double perSecond) {
        Timeline timeline = timeline(WaiterChoice.FIFO, micros(0), micros(0));
        for (int i = 0; i < threads; i++) {
            timeline.thread("T" + i, micros(0), cycle(step(StepKind.PYTHON, 2000), step(StepKind.IO, 8000)));
        }

        List<Entry> trace = timeline.runUntil(Duration.ofSeconds(10));

        assertThat(trace.stream().filter(entry -> entry.event() == Event.BLOCKS).count())
                .isCloseTo(Math.round(perSecond * 10), within(10L));
    }

    private static Stream<Entry> takes(List<Entry> trace) {
        return trace.stream().filter(entry -> entry.event() == Event.TAKES);
    }
}
