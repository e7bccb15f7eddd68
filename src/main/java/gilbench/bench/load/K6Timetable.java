package gilbench.bench.load;

import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.BoundException;
import gilbench.scenario.Workload;
import java.time.Duration;

/**
 * When the starts of a drive by k6 are due, in nanoseconds since its scenario began. Start <i>n</i> is due at <i>n</i> times the
 * period plus a delay of its own, uniform between 0 and the displacement.
 *
 * <p>The lead-in asked for is preceded by the displacement, until which not all starts are there, and by a reserve in which every
 * virtual user makes its first request: each has connections of its own.
 *
 * @param perThousandSeconds starts in 1000 s, a whole number, as k6 takes them; 0 for closed workloads
 * @param period between two starts
 * @param displacement by which starts are delayed at most
 * @param opens when the window opens
 * @param closes when it closes
 */
record K6Timetable(long perThousandSeconds, long period, long displacement, long opens, long closes) {
    /** A Poisson workload is displaced by up to 50 mean intervals. */
    private static final int DISPLACED_INTERVALS = 50;

    private static final double UNIT_NANOS = 1e12;
    private static final Duration LEAST_RESERVE = Duration.ofSeconds(1);
    private static final int RESERVED_TIMES = 5;

    /** The timetable of {@code request}. */
    static K6Timetable of(LoadRequest request) {
        return switch (request.workload()) {
            case Workload.Open open -> open(request, open);
            case Workload.Closed _ -> windowed(0, 0, 0, LEAST_RESERVE, request);
        };
    }

    private static K6Timetable open(LoadRequest request, Workload.Open open) {
        long perThousandSeconds = Math.round(open.rate() * 1000);
        if (perThousandSeconds < 1) {
            throw new BoundException("rate", Double.toString(open.rate()), "must be at least 0.001 with k6");
        }
        long period = (long) (UNIT_NANOS / perThousandSeconds);
        long displacement = open.pattern() == ArrivalPattern.POISSON ? DISPLACED_INTERVALS * period : 0;
        return windowed(perThousandSeconds, period, displacement, reserve(request), request);
    }

    private static K6Timetable windowed(
            long perThousandSeconds, long period, long displacement, Duration reserve, LoadRequest request) {
        long opens = displacement + reserve.toNanos() + request.leadIn().toNanos();
        return new K6Timetable(
                perThousandSeconds,
                period,
                displacement,
                opens,
                opens + request.window().toNanos());
    }

    /** One second and five times the request's own time. */
    private static Duration reserve(LoadRequest request) {
        return LEAST_RESERVE.plus(request.profile().ideal().multipliedBy(RESERVED_TIMES));
    }

    /** Virtual users of {@code request}: the users, or enough for the reserve and for the starts that are held back. */
    static int virtualUsers(LoadRequest request) {
        return switch (request.workload()) {
            case Workload.Closed closed -> closed.users();
            case Workload.Open open -> {
                double busy = open.rate() * reserve(request).toNanos() / 1e9;
                int held = open.pattern() == ArrivalPattern.POISSON ? DISPLACED_INTERVALS : 0;
                yield (int) Math.min(request.maxInFlight(), Math.ceil(busy) + held + 10);
            }
        };
    }

    /** When start {@code n} is due that is delayed by {@code delay}. */
    long due(long n, long delay) {
        return n * period + delay;
    }
}
