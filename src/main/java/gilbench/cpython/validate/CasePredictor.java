package gilbench.cpython.validate;

/** Computes what a case would show, without carrying it out. */
@FunctionalInterface
public interface CasePredictor {
    /** What {@code task} would show; numbers that it cannot tell are absent. */
    Observation predict(ExperimentTask task);
}
