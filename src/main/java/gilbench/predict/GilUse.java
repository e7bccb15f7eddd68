package gilbench.predict;

/** How one GIL was used in the measurement window. */
final class GilUse {
    private long from;
    private long held;
    private long switches;
    private long forcedSwitches;

    /** The window begins: what was before does not count. */
    void measureFrom(long now) {
        from = now;
        held = 0;
        switches = 0;
        forcedSwitches = 0;
    }

    /** The GIL was held. */
    void held(long since, long now) {
        held += now - Math.max(since, from);
    }

    /** Another thread than before took it. */
    void switched() {
        switches++;
    }

    /** Its holder had to wait for that. */
    void forced() {
        forcedSwitches++;
    }

    /** For how long it was held until {@code now}, if it is held since {@code since}. */
    long heldUntil(long since, long now) {
        return held + Math.max(0, now - Math.max(since, from));
    }

    /** For how long it was held, if it is free. */
    long held() {
        return held;
    }

    long switches() {
        return switches;
    }

    long forcedSwitches() {
        return forcedSwitches;
    }
}
