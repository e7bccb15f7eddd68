package gilbench.profile;

import gilbench.bench.result.Measurement;
import gilbench.predict.Prediction;

/**
 * A prediction and a measurement of the same load, where it is open under the same arrivals.
 *
 * @param name of the load
 * @param driverCpu processor time of a request that the driver took, seconds; it is in the prediction
 * @param foreign processors that other processes kept busy, on average; they are in the prediction
 */
public record Checked(String name, Prediction predicted, Measurement measured, double driverCpu, double foreign) {}
