package gilbench.predict;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The most requests per second that a deployment can complete, by resource, from the mean demand of a request.
 *
 * <p>With G seconds of GIL-held CPU, R of released CPU, W of waiting, P interpreters with N threads each and K cores:
 * {@code X ≤ P/G}, {@code X ≤ K/(G+R)} and, where threads are bounded, {@code X ≤ P·N/(G+R+W)}; a loop does
 * {@code 1/(G+R)}. R includes the calls that the machine adds, and the load driver, the front and the delay service need cores
 * too where they share them, warm as they are then. Without a GIL the first bound is absent, and G includes the interpreter's
 * overhead always.
 *
 * @param all at least one, the tightest first
 */
public record Bounds(List<Bound> all) {
    /** What can be exhausted. */
    public enum Resource {
        /** The interpreters' locks. */
        GIL,
        /** The processors. */
        CORES,
        /** The threads. */
        THREADS,
        /** The event loops. */
        LOOP
    }

    /**
     * One bound.
     *
     * @param number how many of the resource there are
     * @param each requests per second that one of them allows
     */
    public record Bound(Resource resource, int number, double each) {
        /** Requests per second that all of them allow. */
        public double rate() {
            return number * each;
        }
    }

    /** Sorts the bounds. */
    public Bounds {
        all = all.stream().sorted(Comparator.comparingDouble(Bound::rate)).toList();
    }

    /** The bounds of a deployment under a mix of requests. */
    public static Bounds of(Deployment deployment, Mix mix, MachineTimes times) {
        double held =
                mix.mean(RequestProfile::gilHeld) * deployment.interpreter().overhead();
        Costs costs = ModelOf.costs(deployment, times);
        double cpu = held
                + mix.mean(profile -> profile.sum(StepKind.NATIVE))
                + calls(mix, costs.send() + costs.receive())
                + (costs.read() + costs.write()) / 1e9;
        double others = costs.warmShare() * (costs.ahead() / 1e9 + calls(mix, costs.answer()));
        double whole = cpu + mix.mean(profile -> profile.sum(StepKind.IO)) + costs.dispatch() / 1e9;
        boolean gil = deployment.interpreter().kind() != InterpreterKind.FREE_THREADED && held > 0;
        boolean loop = deployment.model() == ConcurrencyModel.EVENT_LOOP && cpu > 0;
        int workers = deployment.workers();
        int threads = workers * deployment.threads();
        double efficiency = deployment.cores() == 1 ? 1 : times.parallelEfficiency();
        return new Bounds(Stream.of(
                        bound(gil, Resource.GIL, workers, held),
                        bound(cpu + others > 0, Resource.CORES, deployment.cores(), (cpu + others) / efficiency),
                        bound(deployment.threadBound(), Resource.THREADS, threads, whole),
                        bound(loop, Resource.LOOP, workers, cpu))
                .flatMap(List::stream)
                .toList());
    }

    /**
     * The bounds of a scenario; where workers end and start anew, theirs are those of the time that they serve at most: with B
     * seconds to start and a life of L seconds at full load, the share L/(L + B).
     */
    public static Bounds of(Scenario scenario) {
        Deployment deployment = scenario.deployment();
        Bounds endless = of(deployment, scenario.mix(), scenario.times());
        double worker = endless.all.stream()
                        .filter(bound -> bound.resource() != Resource.CORES)
                        .mapToDouble(Bound::rate)
                        .min()
                        .orElse(Double.POSITIVE_INFINITY)
                / deployment.workers();
        double serving =
                scenario.lifeOfWorkers().serving(worker, scenario.times().processStart());
        return new Bounds(endless.all.stream()
                .map(bound -> bound.resource() == Resource.CORES
                        ? bound
                        : new Bound(bound.resource(), bound.number(), bound.each() * serving))
                .toList());
    }

    /** Seconds that the calls around the {@code io} steps of a request take, {@code nanos} around each. */
    private static double calls(Mix mix, long nanos) {
        return mix.mean(profile -> Duration.ofNanos(nanos
                * profile.steps().stream()
                        .filter(step -> step.kind() == StepKind.IO)
                        .count()));
    }

    private static List<Bound> bound(boolean applies, Resource resource, int number, double seconds) {
        return applies ? List.of(new Bound(resource, number, 1 / seconds)) : List.of();
    }

    /** The most requests per second; infinite when nothing bounds them. */
    public double capacity() {
        return all.isEmpty() ? Double.POSITIVE_INFINITY : all.getFirst().rate();
    }

    /** Which resource binds and what is left of it at a load, as a sentence without its full stop. */
    public String sentence(Workload workload) {
        if (all.isEmpty()) {
            return "nothing but the bound on requests in flight binds";
        }
        Bound first = all.getFirst();
        String one = "one " + one(first.resource()) + " saturates at " + number(first.each()) + " requests/s";
        return workload instanceof Workload.Open open
                ? one + "; " + count(first) + left(first.number(), 1 - open.rate() / first.rate())
                : one + "; " + count(first) + (first.number() == 1 ? " allows " : " allow ") + number(first.rate());
    }

    private static String left(int number, double share) {
        long percent = Math.round(100 * share);
        String verb = percent >= 0 ? " leave" : " lack";
        return verb + (number == 1 ? "s " : " ") + Math.abs(percent) + " %";
    }

    private static String count(Bound bound) {
        return switch (bound.number()) {
            case 1 -> "1 " + one(bound.resource());
            default -> bound.number() + " " + many(bound.resource());
        };
    }

    private static String one(Resource resource) {
        return switch (resource) {
            case GIL -> "GIL";
            case CORES -> "core";
            case THREADS -> "thread";
            case LOOP -> "event loop";
        };
    }

    private static String many(Resource resource) {
        return resource == Resource.GIL ? "GILs" : one(resource) + "s";
    }

    private static String number(double rate) {
        return rate < 10 ? String.format(Locale.ROOT, "%.2f", rate) : String.format(Locale.ROOT, "%,.0f", rate);
    }
}
