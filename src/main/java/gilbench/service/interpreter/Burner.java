package gilbench.service.interpreter;

/** Burns a counted amount of processor work: the same units take the same processor time on every thread and process. */
public interface Burner {
    /** Burns {@code units} of work. */
    void burn(long units);
}
