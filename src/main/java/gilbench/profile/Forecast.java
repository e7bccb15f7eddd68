package gilbench.profile;

import gilbench.bench.arrival.Sending;
import gilbench.bench.stats.Estimate;
import gilbench.predict.Bounds;
import gilbench.predict.Effort;
import gilbench.predict.Mix;
import gilbench.predict.Prediction;
import gilbench.predict.Predictor;
import gilbench.predict.Replay;
import gilbench.predict.Scenario;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Defaults;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/**
 * Predicts a shape of a service under the cost of its requests.
 *
 * @param cost of a request
 * @param times what the machine adds
 * @param effort of each prediction
 */
record Forecast(Cost cost, MachineTimes times, Effort effort) {
    /** Users for each request that the deployment can have under way at its capacity. */
    private static final double SATURATION = 4;

    private static final int FEWEST_USERS = 8;
    private static final int MOST_USERS = 512;
    private static final Effort EFFORT = new Effort(10, 0.02, 80_000, 2_000_000);

    Forecast(Cost cost, MachineTimes times) {
        this(cost, times, EFFORT);
    }

    /** With {@code driver} processor time for each request spent on the same cores by what sends it. */
    Forecast driven(Duration driver) {
        return new Forecast(cost, times.withDriverCpu(driver), effort);
    }

    /** The most requests per second, with the interval that the cost leaves. */
    Estimate capacity(Shape shape) {
        double value = throughput(shape);
        double middle = bounds(shape, Estimate::value).capacity();
        double low = bounds(shape, Estimate::high).capacity();
        double high = bounds(shape, Estimate::low).capacity();
        return new Estimate(value, value * Math.min(1, low / middle), value * Math.max(1, high / middle), 1);
    }

    private double throughput(Shape shape) {
        Workload users = new Workload.Closed(users(shape), OptionalInt.empty(), Duration.ZERO);
        return predict(shape, users).throughput().value();
    }

    /** How many users who do not think saturate it. */
    int users(Shape shape) {
        double capacity = bounds(shape, Estimate::value).capacity();
        double ideal = profile(shape, Estimate::value).ideal().toNanos() / 1e9;
        return (int) Math.clamp(Math.ceil(SATURATION * capacity * ideal), FEWEST_USERS, MOST_USERS);
    }

    /** What binds. */
    String binding(Shape shape) {
        return bounds(shape, Estimate::value).sentence(new Workload.Closed(1, OptionalInt.empty(), Duration.ZERO));
    }

    private Bounds bounds(Shape shape, ToDoubleFunction<Estimate> choice) {
        return Bounds.of(shape.deployment(), Mix.of(profile(shape, choice)), times);
    }

    private RequestProfile profile(Shape shape, ToDoubleFunction<Estimate> choice) {
        return cost.on(shape.kind()).profile(choice);
    }

    /** Under Poisson arrivals. */
    Prediction at(Shape shape, double rate) {
        return predict(shape, new Workload.Open(ArrivalPattern.POISSON, rate));
    }

    Prediction predict(Shape shape, Workload workload) {
        return Predictor.predict(scenario(shape, workload));
    }

    /** Under the arrivals that were sent. */
    Prediction replay(Shape shape, Sending sending) {
        return Predictor.replay(new Replay(scenario(shape, sending.workload()), List.of(sending)));
    }

    private Scenario scenario(Shape shape, Workload workload) {
        return new Scenario(
                shape.deployment(),
                times,
                Mix.of(cost.on(shape.kind()).simulated()),
                workload,
                shape.sharing(),
                Defaults.SEED,
                effort);
    }
}
