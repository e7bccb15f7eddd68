package gilbench.cli;

import gilbench.bench.stats.Distribution;
import gilbench.bench.stats.Estimate;
import gilbench.cpython.probe.ProbeKind;
import gilbench.cpython.probe.ProbeTask;
import gilbench.cpython.validate.CasePredictor;
import gilbench.cpython.validate.ExperimentTask;
import gilbench.cpython.validate.Observation;
import gilbench.cpython.validate.Quantity;
import gilbench.cpython.validate.Traffic;
import gilbench.predict.Effort;
import gilbench.predict.Mix;
import gilbench.predict.Prediction;
import gilbench.predict.Predictor;
import gilbench.predict.Rehearsed;
import gilbench.predict.ResponseTimes;
import gilbench.predict.Scenario;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Deployment;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.Workload;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * Predicts the cases of a validation in virtual time.
 *
 * @param deployment what answers over HTTP
 * @param times of this machine
 * @param capacity of the real side, once it is known
 */
record PredictedCases(Deployment deployment, MachineTimes times, Function<Traffic, OptionalDouble> capacity)
        implements CasePredictor {
    private static final Effort EFFORT = new Effort(10, 0.02, 60_000, 3_000_000);

    @Override
    public Observation predict(ExperimentTask task) {
        return switch (task) {
            case ExperimentTask.OfThreads(int processes, ProbeTask threads) -> threads(processes, threads);
            case ExperimentTask.OfPairs pairs -> pairs(pairs);
            case ExperimentTask.OfService service -> {
                OptionalDouble known = capacity.apply(service.traffic());
                yield known.isEmpty()
                        ? Observation.NONE
                        : service(service.traffic(), service.load() * known.getAsDouble());
            }
        };
    }

    private Observation threads(int processes, ProbeTask task) {
        return rehearsed(processes, task)
                .map(seen -> task.threads().getLast().kind() == ProbeKind.ECHO
                        ? echo(task, seen.groups().getLast())
                        : observation(seen))
                .orElse(Observation.NONE);
    }

    /** Alone it is a matter of what calls cost, of which a prediction knows too little. */
    private static Observation echo(ProbeTask task, Rehearsed.Group seen) {
        double rate = seen.cycles().value();
        return task.threads().size() == 1 || !(rate > 0)
                ? Observation.NONE
                : new Observation(Map.of(Quantity.RATE, rate, Quantity.MEAN_WAIT, 1 / rate), Distribution.empty());
    }

    private Observation pairs(ExperimentTask.OfPairs task) {
        OptionalDouble alone = cycles(1, task.alone());
        OptionalDouble together = cycles(task.processes(), task.together());
        return alone.isPresent() && together.isPresent() && alone.getAsDouble() > 0
                ? new Observation(
                        Map.of(Quantity.SPEED_UP, together.getAsDouble() / alone.getAsDouble()), Distribution.empty())
                : Observation.NONE;
    }

    private OptionalDouble cycles(int processes, ProbeTask task) {
        return rehearsed(processes, task).stream()
                .mapToDouble(seen -> seen.groups().getLast().cycles().value())
                .findFirst();
    }

    private Optional<Rehearsed> rehearsed(int processes, ProbeTask task) {
        return new Rehearsals(deployment, times).of(processes, task).map(Predictor::rehearse);
    }

    private static Observation observation(Rehearsed seen) {
        Rehearsed.Group watched = seen.groups().getLast();
        Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
        numbers.put(Quantity.RATE, watched.cycles().value());
        numbers.put(Quantity.SWITCHES, seen.switches().value());
        seen.slice().ifPresent(slice -> numbers.put(Quantity.MEDIAN_SLICE, slice.value()));
        numbers.put(Quantity.LUCKIEST, watched.luckiest());
        numbers.put(Quantity.UNLUCKIEST, watched.unluckiest());
        watched.waits().ifPresent(waits -> {
            numbers.put(Quantity.MEAN_WAIT, waits.mean().value());
            numbers.put(Quantity.MEDIAN_WAIT, waits.median().value());
            numbers.put(Quantity.LONGEST_WAIT, waits.all().max());
        });
        return new Observation(
                numbers, watched.waits().map(Rehearsed.Waits::all).orElse(Distribution.empty()));
    }

    private Observation service(Traffic traffic, double rate) {
        double status = traffic.statusRate();
        Mix mix = new Mix(
                List.of(new Mix.Part(status, traffic.statusProfile()), new Mix.Part(rate, traffic.computeProfile())));
        Workload arrivals = new Workload.Open(ArrivalPattern.POISSON, status + rate);
        Prediction prediction = Predictor.predict(Scenario.of(deployment.withThreads(traffic.threads()), mix, arrivals)
                .on(times)
                .with(EFFORT));
        ResponseTimes waits = prediction.byPart().getFirst();
        Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
        numbers.put(Quantity.RATE, prediction.throughput().value() * rate / (status + rate));
        numbers.put(Quantity.MEAN_WAIT, waits.mean().value());
        waits.p50().map(Estimate::value).ifPresent(median -> numbers.put(Quantity.MEDIAN_WAIT, median));
        return new Observation(numbers, Distribution.empty());
    }
}
