package gilbench.profile.spy;

/** What came of a start of py-spy. */
public sealed interface Recording {
    /**
     * It looked at the processes as often as it was asked to.
     *
     * @param held how often a GIL was held, each process counted on its own
     * @param failed how often it could not read what the holder was doing
     * @param looks how often it looked, at least 1
     * @param pace whether it says that it kept up
     */
    record Sampled(long held, long failed, long looks, Pace pace) implements Recording {}

    /**
     * It did not.
     *
     * @param why in its own words, one line
     */
    record Failed(String why) implements Recording {}

    /** Whether looks were in time. */
    enum Pace {
        /** Less than a second late. */
        KEPT,

        /** More than a second late. */
        BEHIND
    }
}
