package gilbench.profile;

import gilbench.bench.arrival.Sending;
import gilbench.bench.load.LoadDriver;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.Measurement;
import gilbench.predict.Prediction;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Measures what was predicted: the capacity, then Poisson arrivals at three rates up to the predicted capacity and one at 0.7 of
 * the measured. These are predicted under the very arrivals that were sent, so that chance in them is no part of the difference;
 * the intervals are over all else that is random.
 *
 * @param address what to ask
 * @param tree the processes of the service
 * @param busy seconds that all processors together were busy
 * @param machine the interpreter and the machine
 * @param length of the last, whose percentiles need most requests; the others take a third of it, at least {@value #LEAST} s
 * @param seed of the arrivals; another one makes a verification that is independent of this one
 */
public record Verification(
        URI address, ProcessTree tree, DoubleSupplier busy, InterpreterProfile machine, Duration length, long seed) {
    private static final List<Double> LOADS = List.of(0.5, 0.7, 1.0);
    private static final double OF_MEASURED = 0.7;
    private static final Duration LEAD_IN = Duration.ofSeconds(2);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int SHORTER = 3;
    private static final int LEAST = 2;
    private static final int MOST_IN_FLIGHT = 1024;
    private static final RequestProfile UNKNOWN = RequestProfile.of(StepKind.PYTHON, Duration.ZERO);

    /** Which measurements there are. */
    public static final int NUMBER = LOADS.size() + 2;

    /**
     * Measures and predicts.
     *
     * @param said told what will be sent, before it is sent
     */
    public List<Checked> check(LoadDriver driver, Shape shape, Cost cost, Consumer<String> said)
            throws InterruptedException {
        Forecast forecast = new Forecast(cost, machine.times());
        List<Checked> all = new ArrayList<>();
        int users = forecast.users(shape);
        Workload saturating = new Workload.Closed(users, OptionalInt.empty(), Duration.ZERO);
        Checked full = checked(driver, new Load("capacity", saturating, shorter(), seed), shape, forecast, said);
        all.add(full);
        double predicted = full.predicted().throughput().value();
        for (double load : LOADS) {
            String name = String.format(Locale.ROOT, "%.1f of the predicted capacity", load);
            Load next = new Load(name, poisson(load * predicted), shorter(), seed + all.size());
            all.add(checked(driver, next, shape, forecast, said));
        }
        String name = OF_MEASURED + " of the measured capacity";
        Workload last = poisson(Math.max(OF_MEASURED * full.measured().throughput(), 1e-3));
        all.add(checked(driver, new Load(name, last, length, seed + all.size()), shape, forecast, said));
        return all;
    }

    private Duration shorter() {
        return Duration.ofSeconds(Math.max(LEAST, length.toSeconds() / SHORTER));
    }

    private static Workload poisson(double rate) {
        return new Workload.Open(ArrivalPattern.POISSON, rate);
    }

    /** What is sent at a time. */
    private record Load(String name, Workload workload, Duration time, long seed) {}

    private Checked checked(LoadDriver driver, Load load, Shape shape, Forecast forecast, Consumer<String> said)
            throws InterruptedException {
        said.accept("verifying: " + load.name + ", " + text(load.workload) + " to " + address + " for "
                + load.time.toSeconds() + " s");
        TreeTime before = tree.time();
        double busyBefore = busy.getAsDouble();
        long began = System.nanoTime();
        Measurement seen = driver.drive(new LoadRequest(
                address, UNKNOWN, load.workload, LEAD_IN, load.time, load.seed, MOST_IN_FLIGHT, TIMEOUT));
        double elapsed = (System.nanoTime() - began) / 1e9;
        double service = tree.time().since(before).total() / 1e9;
        double own = seen.generatorCpu().toNanos() / 1e9;
        double driverShare = own / (seen.window().toNanos() / 1e9);
        double foreign = Math.max(0, (busy.getAsDouble() - busyBefore - service) / elapsed - driverShare);
        double throughput = Math.max(seen.throughput(), 1e-9);
        double driverCpu = driverShare / throughput;
        Duration each = Duration.ofNanos(Math.round(Math.min(1, driverCpu + foreign / throughput) * 1e9));
        Forecast driven = forecast.driven(each);
        Prediction predicted = load.workload instanceof Workload.Open open
                ? driven.replay(shape, new Sending(open, load.seed, LEAD_IN, seen.window()))
                : driven.predict(shape, load.workload);
        return new Checked(load.name, predicted, seen, driverCpu, foreign);
    }

    private static String text(Workload workload) {
        return switch (workload) {
            case Workload.Open open -> String.format(Locale.ROOT, "%.1f requests/s", open.rate());
            case Workload.Closed closed -> closed.users() + " users who do not think";
        };
    }
}
