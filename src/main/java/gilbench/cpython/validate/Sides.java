package gilbench.cpython.validate;

import gilbench.bench.stats.Distribution;
import gilbench.bench.stats.Ratio;
import gilbench.cpython.probe.ProbeReply;
import gilbench.cpython.probe.ProbeRunner;
import gilbench.cpython.probe.ProbeSide;
import gilbench.cpython.probe.ProbeTask;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that a validation observes.
 *
 * @param probes carry out tasks of threads
 * @param services answer over HTTP
 * @param predictor tells what it expects
 * @param calibration how it went before
 */
public record Sides(ProbeRunner probes, ServedSides services, CasePredictor predictor, CalibrationCourse calibration) {
    /** Lets {@code side} carry out {@code task} once. */
    Observation observe(ProbeSide side, ExperimentTask task, long seed) throws InterruptedException {
        return switch (task) {
            case ExperimentTask.OfThreads(int processes, ProbeTask threads) ->
                Sightings.of(threads, probes.run(side, processes, threads.withSeed(seed)));
            case ExperimentTask.OfPairs pairs -> pairs(side, pairs, seed);
            case ExperimentTask.OfService service -> service(side, service, seed);
        };
    }

    private Observation pairs(ProbeSide side, ExperimentTask.OfPairs task, long seed) throws InterruptedException {
        List<Double> alone = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        for (int i = 0; i < task.pairs(); i++) {
            if (i % 2 == 0) {
                alone.add(work(side, 1, task.alone().withSeed(seed)));
            }
            together.add(work(side, task.processes(), task.together().withSeed(seed)));
            if (i % 2 != 0) {
                alone.add(work(side, 1, task.alone().withSeed(seed)));
            }
        }
        double speedUp = Ratio.ofPairs(together, alone, 0, seed).estimate().value();
        return new Observation(Map.of(Quantity.SPEED_UP, speedUp), Distribution.empty());
    }

    private double work(ProbeSide side, int processes, ProbeTask task) throws InterruptedException {
        ProbeReply reply = probes.run(side, processes, task);
        return Math.max(1, reply.watched().total());
    }

    private Observation service(ProbeSide side, ExperimentTask.OfService task, long seed) throws InterruptedException {
        double rate = task.load() * services.capacity(task.traffic());
        ServedSides.Served served = services.drive(side, task.traffic(), rate, task.window(), seed);
        Map<Quantity, Double> numbers = new EnumMap<>(Quantity.class);
        numbers.put(Quantity.RATE, served.throughput());
        if (served.status().count() > 0) {
            numbers.put(Quantity.MEAN_WAIT, served.status().mean());
        }
        served.status().quantile(0.5).ifPresent(median -> numbers.put(Quantity.MEDIAN_WAIT, median));
        return new Observation(numbers, served.status());
    }
}
