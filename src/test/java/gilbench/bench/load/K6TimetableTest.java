package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.BoundException;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class K6TimetableTest {
    private static final long SECOND = 1_000_000_000;

    static LoadRequest request(Workload workload) {
        return new LoadRequest(
                URI.create("http://127.0.0.1:1"),
                RequestProfile.of(StepKind.IO, Duration.ofMillis(100)),
                workload,
                Duration.ofMillis(500),
                Duration.ofSeconds(4),
                7,
                20_000,
                Duration.ofSeconds(10));
    }

    private static LoadRequest open(ArrivalPattern pattern, double rate) {
        return request(new Workload.Open(pattern, rate));
    }

    @Test
    void of_constantArrivals_dueAtEqualDistancesAfterReserveAndLeadIn() {
        K6Timetable timetable = K6Timetable.of(open(ArrivalPattern.CONSTANT, 40));

        assertThat(timetable.perThousandSeconds()).isEqualTo(40_000);
        assertThat(timetable.due(0, 0)).isZero();
        assertThat(timetable.due(40, 0)).isEqualTo(SECOND);
        assertThat(timetable.displacement()).isZero();
        assertThat(timetable.opens()).as("1 s + 5 × 100 ms + 500 ms").isEqualTo(2 * SECOND);
        assertThat(timetable.closes()).isEqualTo(6 * SECOND);
    }

    @Test
    void of_fractionalRate_periodToTheNanosecondThatK6Takes() {
        K6Timetable timetable = K6Timetable.of(open(ArrivalPattern.CONSTANT, 33.3333));

        assertThat(timetable.perThousandSeconds()).isEqualTo(33_333);
        assertThat(timetable.period()).isEqualTo(1_000_000_000_000L / 33_333);
    }

    @Test
    void of_poissonArrivals_displacedByFiftyIntervalsAndIntendedIncludesTheDelay() {
        K6Timetable timetable = K6Timetable.of(open(ArrivalPattern.POISSON, 40));

        assertThat(timetable.displacement()).isEqualTo(50 * SECOND / 40);
        assertThat(timetable.due(40, 300_000_000)).isEqualTo(1_300_000_000);
        assertThat(timetable.opens()).isEqualTo(2 * SECOND + timetable.displacement());
    }

    @Test
    void of_rateBelowWhatK6Takes_namesRateAndBound() {
        assertThatThrownBy(() -> K6Timetable.of(open(ArrivalPattern.CONSTANT, 0.0001)))
                .isInstanceOf(BoundException.class)
                .hasMessageContaining("rate")
                .hasMessageContaining("0.001");
    }

    @Test
    void virtualUsers_coverTheReserveAndTheHeldBack() {
        assertThat(K6Timetable.virtualUsers(open(ArrivalPattern.CONSTANT, 40))).isEqualTo(60 + 10);
        assertThat(K6Timetable.virtualUsers(open(ArrivalPattern.POISSON, 40))).isEqualTo(60 + 50 + 10);
        assertThat(K6Timetable.virtualUsers(open(ArrivalPattern.CONSTANT, 1e6))).isEqualTo(20_000);
        assertThat(K6Timetable.virtualUsers(request(new Workload.Closed(3, OptionalInt.empty(), Duration.ZERO))))
                .isEqualTo(3);
    }

    @Test
    void settings_numberOfRequestsEach_kindTurnsAndTheLongestThatTheyCanTake() {
        LoadRequest request = request(new Workload.Closed(3, OptionalInt.of(4), Duration.ofSeconds(1)));

        assertThat(K6Settings.of(request, K6Timetable.of(request)))
                .containsEntry("KIND", "turns")
                .containsEntry("TURNS", "4")
                .containsEntry("THINK_MS", "1000.0")
                .containsEntry("END_MS", "44000")
                .containsEntry("URL", "http://127.0.0.1:1/status?delay=100ms");
    }

    @Test
    void settings_openWorkload_kindOpenRateAndSeed() {
        LoadRequest request = open(ArrivalPattern.POISSON, 40);

        assertThat(K6Settings.of(request, K6Timetable.of(request)))
                .containsEntry("KIND", "open")
                .containsEntry("RATE", "40000")
                .containsEntry("PERIOD_MS", "25.0")
                .containsEntry("DISPLACEMENT_MS", "1250.0")
                .containsEntry("SEED", "7");
    }
}
