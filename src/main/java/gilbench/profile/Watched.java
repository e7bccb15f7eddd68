package gilbench.profile;

/** What came of looking at the GIL while lone requests were answered. */
public sealed interface Watched permits GilSample, Watched.Missed {
    /**
     * Nobody looked.
     *
     * @param why one line
     */
    record Missed(String why) implements Watched {}
}
