package gilbench.service.worker.pool;

import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.TimeBudget;
import gilbench.service.gil.StepTimes;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Time with the GIL and waiting for it by kind of step, as far as the answers of a worker tell: they tell sums. Time with
 * the GIL is split between {@code python} and {@code opaque} steps by the work that they ask for; waiting is split evenly
 * over the steps. Both are exact for a request with one kind of step. Thread-safe.
 */
final class AnswerBooks {
    private final Map<StepKind, Long> hold = new EnumMap<>(StepKind.class);
    private final Map<StepKind, Long> wait = new EnumMap<>(StepKind.class);

    /** Books one answered request. */
    synchronized void book(RequestProfile profile, TimeBudget budget) {
        List<Step> steps = profile.steps();
        long work = steps.stream().mapToLong(AnswerBooks::heldWork).sum();
        for (Step step : steps) {
            add(hold, step, share(budget.python(), heldWork(step), work));
            add(wait, step, share(budget.gilWait(), 1, steps.size()));
        }
    }

    synchronized StepTimes read() {
        return new StepTimes(hold, wait);
    }

    private static void add(Map<StepKind, Long> to, Step step, long nanos) {
        to.merge(step.kind(), nanos, Long::sum);
    }

    private static long heldWork(Step step) {
        return switch (step.kind()) {
            case PYTHON, OPAQUE -> step.duration().toNanos();
            case NATIVE, IO -> 0;
        };
    }

    private static long share(long whole, long part, long parts) {
        return parts == 0 ? 0 : Math.round((double) whole * part / parts);
    }
}
