package gilbench.cpython.validate;

import java.time.Duration;
import java.util.List;

/** How the calibration of the sides went. */
public interface CalibrationCourse {
    /** Of a calibration that nobody disturbed. */
    CalibrationCourse UNDISTURBED = new CalibrationCourse() {
        @Override
        public Duration repeated() {
            return Duration.ZERO;
        }

        @Override
        public List<String> disturbed() {
            return List.of();
        }
    };

    /** How long what was discarded before the first experiment took. */
    Duration repeated();

    /** What others disturbed to the end, so far, for people. */
    List<String> disturbed();
}
