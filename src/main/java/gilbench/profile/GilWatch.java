package gilbench.profile;

import gilbench.bench.load.LoadDriver;
import gilbench.profile.spy.PySpy;
import gilbench.profile.spy.Recording;
import gilbench.profile.spy.Sampling;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lets py-spy look at the GIL of a service while lone requests follow each other.
 *
 * <p>Only shares of the same period are compared, so that neither the start nor the end of py-spy needs to be known to better than
 * the period is long, and how many requests it had does not matter.
 *
 * @param address what to ask
 * @param tree the processes of the service
 * @param root the first of them
 */
public record GilWatch(URI address, ProcessTree tree, long root, PySpy spy) {
    /** Beyond its length until it is given up, and as a multiple of it. */
    private static final double PATIENCE_SECONDS = 10;

    private static final double PATIENCE = 2;
    private static final double SLOW = 1.25;
    private static final double MANY_FAILED = 0.1;
    private static final int FEW = 30;
    private static final double NANOS = 1e9;

    /**
     * Looks.
     *
     * @param drivers of new connections
     * @param said told what will be done, before it is done
     * @throws ProfileException when requests fail, or the service has ended
     */
    public Watched watch(Supplier<LoadDriver> drivers, Consumer<String> said) throws InterruptedException {
        said.accept("py-spy attaches to process " + root + " and its children for "
                + spy.length().toSeconds() + " s, and looks " + spy.rate() + " times a second without pausing them"
                + " (--no-py-spy leaves it out); meanwhile requests to " + address + ", one at a time");
        try (LoadDriver driver = drivers.get();
                Sampling sampling = spy.start(root)) {
            return watched(new LoneRequests(new Requests(driver, address)), sampling);
        } catch (IOException e) {
            return new Watched.Missed(spy.executable() + " cannot be started: " + e.getMessage());
        }
    }

    private Watched watched(LoneRequests requests, Sampling sampling) throws InterruptedException {
        long began = System.nanoTime();
        double patience = PATIENCE_SECONDS + PATIENCE * spy.length().toSeconds();
        while (sampling.preparing() && since(began) < patience) {
            requests.some();
        }
        TreeTime before = tree.time();
        long looked = System.nanoTime();
        while (sampling.running() && since(began) < patience) {
            requests.some();
        }
        double seconds = since(looked);
        TreeTime after = tree.time();
        if (sampling.running()) {
            return new Watched.Missed("py-spy did not end within " + Math.round(patience) + " s");
        }
        return switch (sampling.recording()) {
            case Recording.Failed(String why) -> new Watched.Missed("py-spy: " + why);
            case Recording.Sampled sampled -> sample(sampled, before, after, seconds);
        };
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / NANOS;
    }

    private Watched sample(Recording.Sampled sampled, TreeTime before, TreeTime after, double seconds) {
        TreeUse use = after.since(before);
        double cpu = use.total() / NANOS;
        double waited = after.waitedSince(before) / NANOS;
        if (cpu <= 0) {
            return new Watched.Missed("the service used no processor time while py-spy looked");
        }
        List<String> doubts = new ArrayList<>();
        if (sampled.pace() == Recording.Pace.BEHIND
                || seconds > SLOW * spy.length().toSeconds()) {
            doubts.add(String.format(Locale.ROOT, "it fell behind: %d looks took %.1f s", sampled.looks(), seconds));
        }
        if (sampled.failed() > MANY_FAILED * sampled.held()) {
            doubts.add("it could not read " + sampled.failed() + " of " + (sampled.held() + sampled.failed())
                    + " holders");
        }
        if (sampled.held() < FEW) {
            doubts.add("it saw the GIL held " + sampled.held() + " times only, of " + sampled.looks());
        }
        if (use.loss() != TreeUse.Loss.NONE) {
            doubts.add("a process of the service ended meanwhile");
        }
        return new GilSample(sampled.held(), sampled.failed(), sampled.looks(), seconds, cpu, waited, doubts);
    }
}
