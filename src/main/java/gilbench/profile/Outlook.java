package gilbench.profile;

import gilbench.bench.stats.Estimate;
import gilbench.predict.Prediction;

/**
 * What a shape of a service is predicted to do.
 *
 * @param name what is changed
 * @param capacity the most requests per second; the interval is that of the request profile
 * @param binding what binds, as a sentence without its full stop
 * @param loaded the prediction at the rate that was asked for
 */
public record Outlook(String name, Shape shape, Estimate capacity, String binding, Prediction loaded) {}
