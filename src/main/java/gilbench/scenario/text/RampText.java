package gilbench.scenario.text;

import gilbench.scenario.BoundException;
import gilbench.scenario.Ramp;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text form of a ramp without its duration: the rates at its beginning and its end, {@code 50..400}.
 *
 * <pre>
 * ramp   = number ".." number
 * number = digits [ "." digits ]
 * </pre>
 */
public final class RampText {
    private static final String NUMBER = "([0-9]{1,9}(?:\\.[0-9]{1,9})?)";
    private static final Pattern FORM = Pattern.compile(NUMBER + "\\.\\." + NUMBER);

    private RampText() {}

    /**
     * Reads the rates of a ramp.
     *
     * @throws BoundException with the key {@code ramp} or {@code over} when that is none
     */
    public static Ramp parse(String rates, Duration over) {
        Matcher matcher = FORM.matcher(rates);
        if (!matcher.matches()) {
            throw new BoundException("ramp", "'" + rates + "'", "must be two rates below 10^9, such as 50..400");
        }
        return new Ramp(Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)), over);
    }

    /** The text form of a ramp, without its duration. */
    public static String format(Ramp ramp) {
        return number(ramp.from()) + ".." + number(ramp.to());
    }

    private static String number(double rate) {
        return BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString();
    }
}
