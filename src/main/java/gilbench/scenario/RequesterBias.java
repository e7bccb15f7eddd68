package gilbench.scenario;

/**
 * With which probability a drop signals the waiter that requested it instead of the chosen one: that thread is awake while the
 * others sleep, and on Linux may take the signal of another.
 *
 * @param amongTwo where two wait, the requester included; 0 to 1
 * @param amongMore where three or more wait; 0 to 1
 */
public record RequesterBias(double amongTwo, double amongMore) {
    /** Favours nobody. */
    public static final RequesterBias NONE = new RequesterBias(0, 0);

    /** Checks the bounds. */
    public RequesterBias {
        Checks.share("requester-bias-of-two", amongTwo);
        Checks.share("requester-bias", amongMore);
    }

    /** The probability among {@code waiters}, the requester included; 0 where there is nothing to choose. */
    public double among(int waiters) {
        return switch (waiters) {
            case 0, 1 -> 0;
            case 2 -> amongTwo;
            default -> amongMore;
        };
    }
}
