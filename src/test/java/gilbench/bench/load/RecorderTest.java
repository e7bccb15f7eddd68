package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.scenario.TimeBudget;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times are in seconds unless said otherwise; the window of most tests is 10 to 20. */
class RecorderTest {
    private static final Workload WORKLOAD = new Workload.Closed(1, OptionalInt.empty(), Duration.ZERO);
    private static final double OPENS = 10;
    private static final double CLOSES = 20;

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private static Recorder window() {
        return Recorder.between(nanos(OPENS), nanos(CLOSES));
    }

    private static void flight(Recorder recorder, double intended, double actual, double end, End how) {
        recorder.started(nanos(intended));
        recorder.sent(nanos(actual));
        recorder.ended(nanos(intended), nanos(actual), nanos(end), how, Optional.empty());
    }

    private static Measurement seen(Recorder recorder) {
        return recorder.measurement(WORKLOAD, Duration.ofMillis(7));
    }

    @ParameterizedTest
    @CsvSource({
        // intended, end | due, ended, atStart, atEnd, integral
        "1, 2, 0, 0, 0, 0, 0",
        "1, 10, 0, 0, 0, 0, 0",
        "1, 15, 0, 1, 1, 0, 5",
        "1, 20, 0, 1, 1, 0, 10",
        "1, 25, 0, 0, 1, 1, 10",
        "10, 15, 1, 1, 0, 0, 5",
        "12, 15, 1, 1, 0, 0, 3",
        "12, 20, 1, 1, 0, 0, 8",
        "12, 25, 1, 0, 0, 1, 8",
        "20, 25, 0, 0, 0, 0, 0",
        "22, 25, 0, 0, 0, 0, 0",
    })
    void measurement_oneFlight_isClippedToTheWindow(
            double intended, double end, long due, long ended, long atStart, long atEnd, double integral) {
        Recorder recorder = window();
        flight(recorder, intended, intended, end, End.COMPLETED);
        Measurement seen = seen(recorder);

        assertThat(seen.due()).isEqualTo(due);
        assertThat(seen.started()).isEqualTo(due);
        assertThat(seen.ended()).isEqualTo(ended);
        assertThat(seen.responseTime().count()).isEqualTo(ended);
        assertThat(seen.inFlight().atStart()).isEqualTo(atStart);
        assertThat(seen.inFlight().atEnd()).isEqualTo(atEnd);
        assertThat(seen.inFlight().mean() * 10).isCloseTo(integral, within(1e-9));
        assertThat(seen.inFlight().max()).isEqualTo(due + atStart);
        assertThat(seen.window()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void measurement_flightWithoutEnd_countsToTheClose() {
        Recorder recorder = window();
        recorder.started(nanos(12));
        Measurement seen = seen(recorder);

        assertThat(seen.inFlight().mean()).isCloseTo(0.8, within(1e-9));
        assertThat(seen.inFlight().atEnd()).isEqualTo(1);
        assertThat(seen.ended()).isZero();
    }

    @Test
    void measurement_times_countFromIntendedAndActualStart() {
        Recorder recorder = window();
        flight(recorder, 11, 11.5, 13, End.COMPLETED);
        flight(recorder, 11, 11.25, 14, End.REJECTED);
        Measurement seen = seen(recorder);

        assertThat(seen.responseTime().mean()).isCloseTo(2.5, within(0.003));
        assertThat(seen.completedResponseTime().mean()).isCloseTo(2, within(0.002));
        assertThat(seen.completedResponseTime().count()).isEqualTo(1);
        assertThat(seen.serviceTime().mean()).isCloseTo(2.125, within(0.003));
        assertThat(seen.sendLag().mean()).isCloseTo(0.375, within(0.001));
        assertThat(seen.ended(End.REJECTED)).isEqualTo(1);
        assertThat(seen.ended(End.COMPLETED)).isEqualTo(1);
        assertThat(seen.generatorCpu()).isEqualTo(Duration.ofMillis(7));
    }

    @Test
    void measurement_drops_countInsideTheWindowOnly() {
        Recorder recorder = window();
        for (double at : new double[] {9, 10, 15, 19.999, 20, 21}) {
            recorder.dropped(nanos(at));
        }
        recorder.started(nanos(15));
        Measurement seen = seen(recorder);

        assertThat(seen.dropped()).isEqualTo(3);
        assertThat(seen.due()).isEqualTo(4);
        assertThat(seen.started()).isEqualTo(1);
    }

    @Test
    void measurement_completions_fallIntoTheirSecond() {
        Recorder recorder = Recorder.between(nanos(10), nanos(13.5));
        for (double end : new double[] {9.5, 10.1, 10.9, 12.5, 13.2, 14}) {
            flight(recorder, 5, 5, end, End.COMPLETED);
        }
        flight(recorder, 5, 5, 11.5, End.FAILED);

        assertThat(seen(recorder).endsPerSecond()).containsExactly(2L, 0L, 1L);
    }

    @Test
    void measurement_budgets_areAveragedOverCompletedRequests() {
        Recorder recorder = window();
        for (long total : new long[] {70, 90}) {
            recorder.started(nanos(11));
            recorder.ended(
                    nanos(11),
                    nanos(11),
                    nanos(12),
                    End.COMPLETED,
                    Optional.of(TimeBudget.within(total, 1, 2, 3, 4, total - 20)));
        }
        flight(recorder, 11, 11, 12, End.COMPLETED);

        assertThat(seen(recorder).budget().n()).isEqualTo(2);
        assertThat(seen(recorder).budget().mean()).isEqualTo(new TimeBudget(1, 2, 3, 4, 60, 10, 80));
    }

    @Test
    void ofAll_flights_spanFromTheFirstActualStartToTheLastEnd() {
        Recorder recorder = Recorder.ofAll();
        recorder.started(nanos(0));
        recorder.started(nanos(0));
        recorder.sent(nanos(0.2));
        recorder.sent(nanos(0.1));
        recorder.ended(nanos(0), nanos(0.2), nanos(1.6), End.COMPLETED, Optional.empty());
        recorder.ended(nanos(0), nanos(0.1), nanos(2.1), End.COMPLETED, Optional.empty());
        Measurement seen = seen(recorder);

        assertThat(seen.window()).isEqualTo(Duration.ofSeconds(2));
        assertThat(seen.due()).isEqualTo(2);
        assertThat(seen.ended()).isEqualTo(2);
        assertThat(seen.endsPerSecond()).containsExactly(0L, 1L);
        assertThat(seen.inFlight().mean()).isCloseTo((1.6 + 2.1) / 2, within(1e-9));
        assertThat(seen.inFlight().max()).isEqualTo(2);
    }

    @Test
    void ofAll_nothingConnected_stillHasAWindow() {
        Recorder recorder = Recorder.ofAll();
        recorder.started(0);
        recorder.ended(0, nanos(1), nanos(2), End.NOT_CONNECTED, Optional.empty());

        assertThat(seen(recorder).window()).isEqualTo(Duration.ofSeconds(1));
        assertThat(seen(recorder).throughput()).isZero();
    }

    private record Flown(long intended, long length) {
        long end() {
            return intended + length;
        }

        long inside(long low, long high) {
            return Math.max(0, Math.min(end(), high) - Math.max(intended, low));
        }
    }

    /** ∫N dt = Σ time of each request inside the window, and atEnd = atStart + started − ended. */
    @Test
    void measurement_anyFlights_keepLittlesIdentity() {
        qt().forAll(
                        lists().of(integers().between(0, 3000)).ofSizeBetween(0, 60),
                        integers().all())
                .checkAssert((times, seed) -> keepLittlesIdentity(flights(times, seed), seed));
    }

    private static List<Flown> flights(List<Integer> times, int seed) {
        Random random = new Random(seed);
        return times.stream()
                .map(at -> new Flown(at, random.nextInt(random.nextBoolean() ? 50 : 3000)))
                .toList();
    }

    private static void keepLittlesIdentity(List<Flown> flights, int seed) {
        long low = 1000;
        long high = 2000;
        Recorder recorder = Recorder.between(low, high);
        flights.forEach(each -> recorder.started(each.intended()));
        List<Flown> shuffled = new ArrayList<>(flights);
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.forEach(
                each -> recorder.ended(each.intended(), each.intended(), each.end(), End.COMPLETED, Optional.empty()));
        Measurement seen = seen(recorder);

        long inside = flights.stream().mapToLong(each -> each.inside(low, high)).sum();
        assertThat(seen.inFlight().mean() * (high - low)).isCloseTo((double) inside, within(1e-6));
        assertThat(seen.inFlight().atEnd())
                .isEqualTo(seen.inFlight().atStart() + seen.started() - seen.ended())
                .isEqualTo(flights.stream()
                        .filter(each -> each.intended() < high && each.end() > high)
                        .count());
    }

    /** Reported in the order of time, the maximum is that of N(t) over the window. */
    @Test
    void measurement_flightsInOrder_haveTheMaximumOfTheWindow() {
        Recorder recorder = window();
        recorder.started(nanos(1));
        recorder.started(nanos(2));
        recorder.started(nanos(3));
        recorder.ended(nanos(1), nanos(1), nanos(9), End.COMPLETED, Optional.empty());
        recorder.ended(nanos(2), nanos(2), nanos(11), End.COMPLETED, Optional.empty());
        recorder.started(nanos(12));
        recorder.ended(nanos(3), nanos(3), nanos(13), End.COMPLETED, Optional.empty());

        assertThat(seen(recorder).inFlight().max()).isEqualTo(2);
    }
}
