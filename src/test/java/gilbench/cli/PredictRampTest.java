package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** A ramp from a to b within d seconds brings (a + b)·d/2 requests. */
class PredictRampTest {
    private static final String PREDICT = "predict --profile python:1ms --cores 4 --json --over 20s --ramp ";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource({"0..400, constant, 1", "400..100, constant, 1", "0..400, poisson, 6"})
    void predict_ramp_requestsAndThroughputAreTheIntegral(String ramp, String arrivals, double tolerance) {
        JsonNode cell =
                Executed.of(folder, PREDICT + ramp + " --arrivals " + arrivals).cell();
        double mean = ramp.startsWith("0") ? 200 : 250;

        double each = cell.get("requests").asDouble() / cell.get("trials").asDouble();
        assertThat(cell.get("offered").asDouble()).isEqualTo(mean);
        assertThat(cell.get("throughput").get("value").asDouble()).isCloseTo(mean, within(tolerance));
        assertThat(each / 20).isCloseTo(mean, within(tolerance));
    }

    @Test
    void predict_ramp_saysThatPercentilesAreOverAllOfIt() {
        JsonNode cell = Executed.of(folder, PREDICT + "50..400").cell();

        assertThat(cell.get("key").get("point").asString()).isEqualTo("50..400/s over 20s");
        assertThat(cell.get("findings").toString()).contains("percentiles are over the whole ramp");
    }

    @Test
    void predict_rampBeyondTheCapacity_waitsWhereTheRateIsHighest() {
        JsonNode cell =
                Executed.of(folder, PREDICT + "0..2000 --arrivals constant").cell();

        // After 10 s one GIL does 1,000/s, and 5,000 of 20,000 requests are still there at the end.
        assertThat(cell.get("throughput").get("value").asDouble()).isCloseTo(750, within(15.0));
        assertThat(cell.get("verdict").asString()).isEqualTo("valid");
    }
}
