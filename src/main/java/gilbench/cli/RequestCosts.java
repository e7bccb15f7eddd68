package gilbench.cli;

import gilbench.scenario.MachineTimes;
import java.time.Duration;

/**
 * Processor time for one request that comes alone.
 *
 * @param front of the HTTP front, without what carries the request out
 * @param driver of the load driver
 * @param delay of the delay service, for one {@code io} step
 * @param warmShare share of these for one that comes soon after another; 0 to 1
 */
record RequestCosts(Duration front, Duration driver, Duration delay, double warmShare) {
    /**
     * Processor time for one request among others.
     *
     * @param rate requests per second
     */
    record Seen(double rate, Duration front, Duration driver, Duration delay) {
        /** From the processor time for {@code requests} together. */
        static Seen ofEach(long requests, double rate, Duration front, Duration driver, Duration delay) {
            return new Seen(rate, front.dividedBy(requests), driver.dividedBy(requests), delay.dividedBy(requests));
        }

        private double all() {
            return front.plus(driver).plus(delay).toNanos();
        }
    }

    /**
     * What explains two loads, as {@link MachineTimes#COOLING} says how a cost follows the rate.
     *
     * @param usual of a few requests, some of which come alone
     * @param dense of requests that all come soon after another
     */
    static RequestCosts of(Seen usual, Seen dense) {
        double comesAlone = Math.exp(-usual.rate() * MachineTimes.COOLING.toNanos() / 1e9);
        double warm = Math.min(1, dense.all() / usual.all());
        double alone = (1 - warm * (1 - comesAlone)) / comesAlone;
        return new RequestCosts(
                times(usual.front(), alone), times(usual.driver(), alone), times(usual.delay(), alone), warm / alone);
    }

    private static Duration times(Duration time, double factor) {
        return Duration.ofNanos(Math.round(time.toNanos() * factor));
    }
}
