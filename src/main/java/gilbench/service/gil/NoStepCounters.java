package gilbench.service.gil;

import gilbench.scenario.StepKind;

/** Counts nothing, so that threads without a GIL share no memory here. */
enum NoStepCounters implements StepCounters {
    INSTANCE;

    @Override
    public void held(StepKind kind, long nanos) {}

    @Override
    public void waited(StepKind kind, long nanos) {}

    @Override
    public StepTimes read() {
        return StepTimes.ZERO;
    }
}
