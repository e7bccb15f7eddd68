package gilbench.bench.result;

import gilbench.scenario.Labelled;

/** What a finding warns of, what to do about it, and what it makes of the verdict. */
public enum FindingType implements Labelled {
    /** Started / offered below 0.99 while the service was not saturated. */
    GENERATOR_BEHIND("generator-behind", Verdict.INVALID, "offer less, or give the generator a core of its own"),
    /** Iterations due but not started, by the generator's fault. */
    ITERATIONS_DROPPED("iterations-dropped", Verdict.INVALID, "offer less, or raise the generator's bound"),
    /** p99 of actual − intended start above its bound while at least 99 % started. */
    GENERATOR_LAG("generator-lag", Verdict.LOWER_BOUND, "run on a quiet machine or offer less"),
    /** Generator CPU above 80 % of one core. */
    GENERATOR_CPU("generator-cpu", Verdict.INVALID, "offer less, or give the generator more cores"),
    /** The delay service answers later than asked. */
    DELAY_SERVICE_SLOW("delay-service-slow", Verdict.INVALID, "offer less, or give the delay service more cores"),
    /** Number in flight and throughput × response time disagree. */
    LITTLES_LAW("littles-law", Verdict.INVALID, "measure longer; if it stays, report a bug"),
    /** The mean response time lies above p99: a few requests outweigh all others. */
    MEAN_ABOVE_P99("mean-above-p99", Verdict.INVALID, "measure longer; look for what stopped a few requests"),
    /** An endpoint did not answer as it should. */
    ENDPOINT_CHECK("endpoint-check", Verdict.INVALID, "look at the service's output"),
    /** The service was saturated. */
    SATURATED("saturated", Verdict.LOWER_BOUND, "past the knee: read the throughput, not the percentiles"),
    /** Throughput or compilation time had not settled. */
    NOT_STEADY("not-steady", Verdict.INVALID, "raise warm-up.cap in the plan"),
    /** The burner's speed drifted by more than 2 % from the calibration. */
    CALIBRATION_DRIFT("calibration-drift", Verdict.VALID, "run on a quiet machine without frequency scaling"),
    /** Invalid trials, fewer than half, are not in the numbers of their cell. */
    TRIALS_LEFT_OUT("trials-left-out", Verdict.VALID, "resume or repeat the run on a quieter machine"),
    /** A percentile was asked of too few requests. */
    FEW_REQUESTS("few-requests", Verdict.VALID, "measure longer"),
    /** The rate changed while the cell was observed. */
    RAMP("ramp", Verdict.VALID, "for the percentiles at one rate, predict that rate"),
    /** Poisson arrivals were asked for, and the load driver comes near them only. */
    NEAR_POISSON("near-poisson", Verdict.VALID, "compare with constant arrivals, or use the embedded driver"),
    /** Intervals are taken within one launch. */
    QUICK("quick", Verdict.VALID, "run the backend plan for intervals over launches"),
    /** A process of a launch could not be started, or ended before it should. */
    LAUNCH_FAILED("launch-failed", Verdict.VALID, "read the last lines of the process; resume the run to try again"),
    /** Cells of the plan have no trial. */
    CELLS_MISSING("cells-missing", Verdict.INVALID, "resume the run to try again"),
    /** Something about the machine makes numbers less certain. */
    ENVIRONMENT("environment", Verdict.VALID, "see the message");

    private final String label;
    private final Verdict verdict;
    private final String advice;

    FindingType(String label, Verdict verdict, String advice) {
        this.label = label;
        this.verdict = verdict;
        this.advice = advice;
    }

    @Override
    public String label() {
        return label;
    }

    /** The best verdict that a measurement with such a finding can usually have. */
    public Verdict verdict() {
        return verdict;
    }

    /** What to do about it. */
    public String advice() {
        return advice;
    }
}
