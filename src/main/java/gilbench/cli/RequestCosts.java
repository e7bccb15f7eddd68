package gilbench.cli;

import java.time.Duration;

/**
 * Processor time for one request.
 *
 * @param front of the HTTP front, without what carries the request out
 * @param driver of the load driver
 * @param delay of the delay service, for one {@code io} step
 */
record RequestCosts(Duration front, Duration driver, Duration delay) {
    /** From the processor time for {@code requests} together. */
    static RequestCosts ofEach(long requests, Duration front, Duration driver, Duration delay) {
        return new RequestCosts(front.dividedBy(requests), driver.dividedBy(requests), delay.dividedBy(requests));
    }
}
