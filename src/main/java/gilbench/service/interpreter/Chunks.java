package gilbench.service.interpreter;

import gilbench.service.gil.Gil;

/**
 * Burns work in chunks of one poll gap.
 *
 * @param burner what burns
 * @param size units of a chunk; at least 1
 */
record Chunks(Burner burner, long size) {
    /** Burns {@code units} under {@code gil} with a checkpoint after each chunk and returns the nanoseconds these waited. */
    long polled(long units, Gil gil) {
        long waited = 0;
        long state = units;
        for (long left = units; left > 0; left -= size) {
            state = burner.burn(state, Math.min(size, left));
            waited += gil.checkpoint();
        }
        return waited;
    }

    /** Burns {@code units} without a checkpoint. */
    void unpolled(long units) {
        long state = units;
        for (long left = units; left > 0; left -= size) {
            state = burner.burn(state, Math.min(size, left));
        }
    }
}
