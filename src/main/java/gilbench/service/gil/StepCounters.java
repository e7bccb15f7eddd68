package gilbench.service.gil;

import gilbench.scenario.StepKind;

/** Where the steps of one interpreter book how long they held its GIL and waited for it. Thread-safe. */
public interface StepCounters {
    /** Counters of the steps under {@code gil}; under none, nobody holds or waits and nothing is counted. */
    static StepCounters of(Gil gil) {
        return gil.equals(Gil.none()) ? NoStepCounters.INSTANCE : new StripedStepCounters();
    }

    /** Adds time that a step of {@code kind} held the GIL. */
    void held(StepKind kind, long nanos);

    /** Adds time that a step of {@code kind} waited for the GIL. */
    void waited(StepKind kind, long nanos);

    /** The sums since creation. */
    StepTimes read();
}
