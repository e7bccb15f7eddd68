package gilbench.cli;

import gilbench.profile.spy.PySpy;
import gilbench.scenario.BoundException;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which service is profiled, how, and what is to be computed for it. */
final class ProfileOptions {
    private static final int LONGEST = 600;
    private static final int LEAST_LOOKING = 2;
    private static final int MOST_LOOKING = 15;
    private static final int MOST_CORES = 1024;
    private static final int MOST_THREADS = 4096;

    @Option(names = "--url", required = true, paramLabel = "URL", description = "What to GET.")
    private String url = "";

    @Option(names = "--pid", required = true, paramLabel = "PID", description = "The service's (parent) process.")
    private long pid;

    @Option(
            names = "--baseline-url",
            paramLabel = "URL",
            description = "An endpoint of the same service that does nothing: what it waits is the framework's.")
    private @Nullable String baseline;

    @Option(names = "--seconds", paramLabel = "N", description = "How long to measure, about (${DEFAULT-VALUE}).")
    private int seconds = 20;

    @Option(names = "--cores", paramLabel = "N", description = "Processors that it may use (default: this machine's).")
    private @Nullable Integer cores;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads of each of its processes, if it has a pool (default: 40, or as many as were seen).")
    private @Nullable Integer threads;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Requests per second of the predicted response times (default: 0.7 of today's capacity).")
    private @Nullable Double rate;

    @Option(
            names = "--interpreter",
            paramLabel = "I",
            description =
                    "What it runs on: gil, a built-in profile such as cpython-3.13, or a file of calibrate (gil).")
    private @Nullable InterpreterProfile interpreter;

    @Option(names = "--verify", description = "Then load it up to its capacity, and show predicted beside measured.")
    private boolean verify;

    @Option(
            names = "--verify-seconds",
            paramLabel = "N",
            description =
                    "How long the last of the five loads of --verify lasts, the others a third of it (${DEFAULT-VALUE}).")
    private int verifySeconds = 20;

    @Option(
            names = "--verify-seed",
            paramLabel = "N",
            description = "Seed of the arrivals of --verify (default: another one each time, which is said).")
    private @Nullable Long verifySeed;

    @Option(
            names = "--no-py-spy",
            description = "Do not attach py-spy where it is on PATH; it tells Python from native code.")
    private boolean withoutPySpy;

    @Option(names = "--allow-remote", description = "Accept addresses that are not loopback.")
    private boolean remote;

    @Option(names = "--json", description = "Print JSON, and nothing else, on standard output.")
    private boolean json;

    /**
     * Checks all numbers before anything is sent.
     *
     * @throws BoundException at the first that is out of bounds
     */
    void check() {
        length();
        verifyLength();
        cores();
        threads();
        rate();
    }

    URI address() {
        return address("--url", url);
    }

    Optional<URI> baseline() {
        return Optional.ofNullable(baseline).map(text -> address("--baseline-url", text));
    }

    private URI address(String option, String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new BoundException(option, text, "must be a URL");
        }
        String scheme = uri.getScheme();
        if (uri.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new BoundException(option, text, "must be a URL such as http://127.0.0.1:8000/report");
        }
        if (!remote && !loopback(option, text, uri.getHost())) {
            throw new BoundException(option, text, "must be on loopback, unless --allow-remote is given");
        }
        return uri;
    }

    private static boolean loopback(String option, String text, String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new BoundException(option, text, "must name a host that is known");
        }
    }

    long process() {
        if (pid < 1 || ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty()) {
            throw new BoundException("--pid", Long.toString(pid), "must be a process that runs");
        }
        return pid;
    }

    Duration length() {
        return Duration.ofSeconds(between("--seconds", seconds, 2, LONGEST));
    }

    Duration verifyLength() {
        return Duration.ofSeconds(between("--verify-seconds", verifySeconds, 2, LONGEST));
    }

    /** As given, else from the clock. */
    long verifySeed() {
        return Objects.requireNonNullElseGet(verifySeed, System::currentTimeMillis);
    }

    int cores() {
        int all = Runtime.getRuntime().availableProcessors();
        return between("--cores", Objects.requireNonNullElse(cores, all), 1, MOST_CORES);
    }

    OptionalInt threads() {
        return threads == null ? OptionalInt.empty() : OptionalInt.of(between("--threads", threads, 1, MOST_THREADS));
    }

    OptionalDouble rate() {
        if (rate == null) {
            return OptionalDouble.empty();
        }
        if (!(rate > 0 && Double.isFinite(rate))) {
            throw new BoundException("--rate", rate.toString(), "must be a finite number above 0");
        }
        return OptionalDouble.of(rate);
    }

    InterpreterProfile machine() {
        InterpreterProfile chosen =
                interpreter == null ? ChosenInterpreter.profile(InterpreterKind.GIL.label()) : interpreter;
        return chosen.ofAnotherService();
    }

    /** py-spy, if it is on PATH and wanted: for a quarter of the time of the survey. */
    Optional<PySpy> pySpy() {
        String path = withoutPySpy ? "" : Objects.requireNonNullElse(System.getenv("PATH"), "");
        return PySpy.find(path, Duration.ofSeconds(Math.clamp(seconds / 4, LEAST_LOOKING, MOST_LOOKING)));
    }

    boolean verify() {
        return verify;
    }

    boolean json() {
        return json;
    }

    private static int between(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new BoundException(option, Integer.toString(value), "must be between " + least + " and " + most);
        }
        return value;
    }
}
