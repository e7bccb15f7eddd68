package gilbench.profile;

import gilbench.bench.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Adds to a diagnosis what py-spy saw. A pure function.
 *
 * <p>A sample without doubts replaces the fitted Python of threads where its interval is narrower, because it saw the GIL, while the
 * fit infers it from how requests delay each other.
 */
final class GilEvidence {
    private GilEvidence() {}

    /** {@code found} in the light of {@code watched}. */
    static Diagnosis weighed(Diagnosis found, Watched watched) {
        List<String> remarks = new ArrayList<>(found.remarks());
        return switch (watched) {
            case Watched.Missed(String why) -> {
                remarks.add("The GIL could not be watched. " + why);
                yield of(found, found.cost(), Optional.empty(), remarks);
            }
            case GilSample sample -> {
                Cost cost =
                        sample.sound() ? used(found.cost(), sample, remarks) : doubted(found.cost(), sample, remarks);
                if (sample.heldWhileWaiting()) {
                    remarks.add("The GIL is held for longer than the service runs: something waits while it holds it.");
                }
                yield of(found, cost, Optional.of(sample), remarks);
            }
        };
    }

    private static Diagnosis of(Diagnosis found, Cost cost, Optional<GilSample> sample, List<String> remarks) {
        return new Diagnosis(found.serving(), found.workers(), found.threads(), cost, found.crowded(), sample, remarks);
    }

    private static Cost doubted(Cost cost, GilSample sample, List<String> remarks) {
        remarks.add("py-spy saw " + text(sample.python(cost.cpu())) + " of Python, which is doubtful and not used: "
                + String.join("; ", sample.doubts()) + ".");
        return cost;
    }

    private static Cost used(Cost cost, GilSample sample, List<String> remarks) {
        Estimate seen = sample.python(cost.cpu());
        return switch (cost) {
            case Cost.Sum(Estimate cpu, Estimate io, Estimate blocking, Optional<Estimate> _) -> {
                remarks.remove(Diagnostician.NOT_SEPARABLE);
                remarks.add(
                        "One thread does it all: for its capacity only the sum of Python and native counts; py-spy saw"
                                + " them apart, and threads are predicted from that.");
                yield new Cost.Sum(cpu, io, blocking, Optional.of(seen));
            }
            case Cost.Separate separate -> compared(separate, seen, remarks);
        };
    }

    private static Cost compared(Cost.Separate cost, Estimate seen, List<String> remarks) {
        Estimate fitted = cost.python();
        boolean narrower = seen.high() - seen.low() < fitted.high() - fitted.low();
        boolean apart = seen.low() > fitted.high() || seen.high() < fitted.low();
        remarks.add("py-spy saw " + text(seen) + " of Python, simultaneous requests say " + text(fitted) + ": "
                + (apart ? "they contradict each other; " : "")
                + (narrower ? "what py-spy saw is narrower and used." : "the latter is narrower and used."));
        return narrower ? Cost.Separate.of(cost.cpu(), seen, cost.io()).inCalls(cost.calls()) : cost;
    }

    private static String text(Estimate seconds) {
        return String.format(
                Locale.ROOT, "%.2f ms [%.2f, %.2f]", 1e3 * seconds.value(), 1e3 * seconds.low(), 1e3 * seconds.high());
    }
}
