package gilbench.profile;

/**
 * What processor time of a lone request was used at a moment while it was under way.
 *
 * @param before used until then, seconds
 * @param after used from then on, seconds
 */
public record Glimpse(double before, double after) {
    /** Which share was used until then, 0 to 1; 0 when nothing was used at all. */
    double share() {
        double all = before + after;
        return all > 0 ? before / all : 0;
    }
}
