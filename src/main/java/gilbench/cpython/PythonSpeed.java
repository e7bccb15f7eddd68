package gilbench.cpython;

import gilbench.scenario.BoundException;
import java.util.Arrays;
import java.util.List;

/**
 * How fast a CPython works through the CPU steps of a request when nobody disturbs it: units of each kind of work in a
 * nanosecond of processor time.
 *
 * @param python turns of a loop in bytecode
 * @param opaque items in a C call that holds the GIL
 * @param released iterations in a C call that releases it
 */
public record PythonSpeed(double python, double opaque, double released) {
    private static final int KINDS = 3;

    /** Checks the bounds. */
    public PythonSpeed {
        for (double speed : new double[] {python, opaque, released}) {
            if (!(speed > 0 && speed < 1e6)) {
                throw new BoundException("python-speed", Double.toString(speed), "must be above 0 and below 1e6");
            }
        }
    }

    /**
     * Reads what {@link #toString} gives.
     *
     * @throws BoundException when it is something else
     */
    public static PythonSpeed parse(String text) {
        try {
            double[] speeds = Arrays.stream(text.strip().split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (speeds.length == KINDS) {
                return new PythonSpeed(speeds[0], speeds[1], speeds[2]);
            }
        } catch (NumberFormatException notNumbers) {
            throw malformed(text);
        }
        throw malformed(text);
    }

    private static BoundException malformed(String text) {
        return new BoundException("python-speed", text, "must be three decimals, separated by commas");
    }

    /** The decimals in the order of the components. */
    List<String> decimals() {
        return List.of(Double.toString(python), Double.toString(opaque), Double.toString(released));
    }

    /** The decimals in the order of the components, separated by commas. */
    @Override
    public String toString() {
        return String.join(",", decimals());
    }
}
