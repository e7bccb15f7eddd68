package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gilbench.bench.stats.Estimate;
import gilbench.predict.Prediction;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdvisorTest {
    private static Map<String, Outlook> outlooks(Diagnosis found, OptionalDouble rate) {
        return new Advisor(Seen.MACHINE, 4, OptionalInt.of(16))
                .outlooks(found, rate, _ -> {}).stream().collect(Collectors.toMap(Outlook::name, Function.identity()));
    }

    private static Outlook of(Map<String, Outlook> found, String name) {
        return Objects.requireNonNull(found.get(name), name);
    }

    private static Diagnosis threads(double python, double released, double io) {
        Estimate held = new Estimate(python, 0.9 * python, 1.1 * python, 10);
        Cost cost = new Cost.Separate(
                Estimate.single(python + released),
                held,
                Estimate.single(released),
                Estimate.single(io),
                Estimate.single(1));
        return new Diagnosis(Serving.SEVERAL_THREADS, 1, 3, cost, 1, List.of());
    }

    private static Diagnosis single(double cpu, double io, double blocking) {
        Cost cost =
                new Cost.Sum(Estimate.single(cpu), Estimate.single(io), Estimate.single(blocking), Optional.empty());
        return new Diagnosis(Serving.ONE_THREAD, 1, 1, cost, 1, List.of());
    }

    @Test
    void outlooks_pythonInThreads_processesAndNoGilHelpThreadsDoNot() {
        Map<String, Outlook> found = outlooks(threads(10e-3, 0, 20e-3), OptionalDouble.empty());

        near(found, "as it is", 100);
        near(found, "one more worker process", 200);
        near(found, "more threads", 100);
        near(found, "asyncio", 100);
        near(found, "free-threaded Python, threads", 370);
        assertThat(of(found, "as it is").loaded().offered())
                .isCloseTo(0.7 * of(found, "as it is").capacity().value(), within(1e-9));
        assertThat(of(found, "as it is").binding()).contains("GIL");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16})
    void informed_crowd_tellsInHowManyCallsTheGilIsReleased(int calls) {
        Advisor advisor = new Advisor(Seen.MACHINE, 4, OptionalInt.of(16));
        Diagnosis once = threads(5e-3, 6e-3, 20e-3);
        Estimate seen = new Forecast(once.inCalls(Estimate.single(calls)).cost(), Seen.MACHINE.times())
                .predict(advisor.today(once), new Workload.Closed(8, OptionalInt.empty(), Duration.ZERO))
                .throughput();

        Diagnosis found = advisor.informed(
                once, crowd(1000, seen.value() * once.cost().cpu().value()));

        Estimate told = ((Cost.Separate) found.cost()).calls();
        assertThat(told.value()).isBetween(0.5 * calls, 2.0 * calls);
    }

    private static Crowd crowd(long requests, double cores) {
        return new Crowd(8, List.of(new Crowd.Window(requests, cores, 0)));
    }

    @Test
    void informed_fewRequestsOrOneThread_nothingIsTold() {
        Advisor advisor = new Advisor(Seen.MACHINE, 4, OptionalInt.of(16));
        Crowd few = crowd(10, 0.5);
        Diagnosis several = threads(5e-3, 6e-3, 20e-3);
        Diagnosis one = single(5e-3, 20e-3, 0);

        assertThat(advisor.informed(several, few)).isEqualTo(several);
        assertThat(advisor.informed(one, crowd(1000, 0.5))).isEqualTo(one);
    }

    private static void near(Map<String, Outlook> found, String name, double capacity) {
        assertThat(of(found, name).capacity().value()).as(name).isCloseTo(capacity, within(0.06 * capacity));
    }

    @Test
    void outlooks_nativeInThreads_asyncioWouldHurt() {
        Map<String, Outlook> found = outlooks(threads(1e-3, 9e-3, 0), OptionalDouble.of(150));

        assertThat(of(found, "as it is").capacity().value()).isGreaterThan(350);
        near(found, "asyncio", 100);
        assertThat(of(found, "asyncio").loaded().load()).isEqualTo(Prediction.Load.SATURATED);
        assertThat(of(found, "as it is").loaded().load()).isEqualTo(Prediction.Load.STEADY);
    }

    @Test
    void outlooks_workerThatWaitsItself_threadsHelp() {
        Map<String, Outlook> found = outlooks(single(1e-3, 49e-3, 49e-3), OptionalDouble.empty());

        near(found, "as it is", 20);
        near(found, "one more worker process", 40);
        near(found, "more threads", 160);
    }

    @Test
    void outlooks_eventLoop_capacityIsThatOfItsProcessorTime() {
        Map<String, Outlook> found = outlooks(single(5e-3, 50e-3, 0), OptionalDouble.empty());

        near(found, "as it is", 200);
        near(found, "one more worker process", 400);
        assertThat(found).doesNotContainKey("asyncio");
    }

    @Test
    void outlooks_capacity_hasTheIntervalOfTheProfile() {
        Map<String, Outlook> found = outlooks(threads(10e-3, 1e-3, 0), OptionalDouble.empty());
        Estimate capacity = of(found, "as it is").capacity();

        assertThat(capacity.low()).isLessThan(0.95 * capacity.value());
        assertThat(capacity.high()).isGreaterThan(1.03 * capacity.value());
    }
}
