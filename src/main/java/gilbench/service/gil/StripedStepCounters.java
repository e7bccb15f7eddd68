package gilbench.service.gil;

import gilbench.scenario.StepKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** One adder for each kind of step; most waits are zero and cost nothing. */
final class StripedStepCounters implements StepCounters {
    private final Map<StepKind, LongAdder> hold = adders();
    private final Map<StepKind, LongAdder> wait = adders();

    private static Map<StepKind, LongAdder> adders() {
        Map<StepKind, LongAdder> adders = new EnumMap<>(StepKind.class);
        for (StepKind kind : StepKind.values()) {
            adders.put(kind, new LongAdder());
        }
        return adders;
    }

    @Override
    public void held(StepKind kind, long nanos) {
        add(hold, kind, nanos);
    }

    @Override
    public void waited(StepKind kind, long nanos) {
        add(wait, kind, nanos);
    }

    private static void add(Map<StepKind, LongAdder> adders, StepKind kind, long nanos) {
        LongAdder adder = adders.get(kind);
        if (nanos != 0 && adder != null) {
            adder.add(nanos);
        }
    }

    @Override
    public StepTimes read() {
        return new StepTimes(sums(hold), sums(wait));
    }

    private static Map<StepKind, Long> sums(Map<StepKind, LongAdder> adders) {
        Map<StepKind, Long> sums = new EnumMap<>(StepKind.class);
        adders.forEach((kind, adder) -> sums.put(kind, adder.sum()));
        return sums;
    }
}
