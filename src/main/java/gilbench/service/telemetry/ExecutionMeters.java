package gilbench.service.telemetry;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.StepKind;
import gilbench.service.execution.ExecutionStatistics;
import gilbench.service.gil.GilStatistics;
import gilbench.service.gil.StepTimes;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** Publishes what an execution counts, one series of GIL meters for each interpreter or worker. */
public final class ExecutionMeters implements MeterBinder {
    private static final double NANOS = 1e9;

    private final Supplier<ExecutionStatistics> statistics;
    private final Deployment deployment;

    /** Meters of what {@code statistics} tells; a GIL that is not yet there reads zero. */
    public ExecutionMeters(Supplier<ExecutionStatistics> statistics, Deployment deployment) {
        this.statistics = statistics;
        this.deployment = deployment;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Registration to = new Registration(registry);
        bind(to, Meters.QUEUE_DEPTH, Tags.empty(), ExecutionStatistics::queued);
        bind(to, Meters.IN_FLIGHT, Tags.empty(), ExecutionStatistics::inFlight);
        bind(to, Meters.WORKERS_UP, Tags.empty(), ExecutionStatistics::workersUp);
        bind(to, Meters.WORKERS_LOST, Tags.empty(), ExecutionStatistics::workersLost);
        bind(to, Meters.WORKERS_RESTARTED, Tags.empty(), ExecutionStatistics::workersRestarted);
        to.read(Meters.QUEUE_LIMIT, Tags.empty(), deployment::queue);
        to.read(Meters.CARRYING_LIMIT, Tags.empty(), this::carryingLimit);
        to.read(Meters.WORKERS_TARGET, Tags.empty(), this::workers);
        for (int index = 0; index < visibleGils(); index++) {
            bindGil(to, index);
            bindSteps(to, index);
        }
    }

    /** Real CPython does not tell what its GILs do. */
    private int visibleGils() {
        return switch (deployment.runtime()) {
            case SIMULATED -> deployment.workers();
            case CPYTHON -> 0;
        };
    }

    private double carryingLimit() {
        return switch (deployment.model()) {
            case THREAD_PER_REQUEST, WORKER_PROCESSES -> (double) deployment.threads() * deployment.workers();
            case EVENT_LOOP -> deployment.workers();
            case VIRTUAL_THREADS -> deployment.maxInFlight();
        };
    }

    private double workers() {
        return deployment.model() == ConcurrencyModel.WORKER_PROCESSES ? deployment.workers() : 0;
    }

    private void bindGil(Registration to, int index) {
        bindGil(to, Meters.GIL_HOLD, index, gil -> gil.holdNanos() / NANOS);
        bindGil(to, Meters.GIL_WAIT, index, gil -> gil.waitNanos() / NANOS);
        bindGil(to, Meters.GIL_TAKES, index, GilStatistics::takes);
        bindGil(to, Meters.GIL_SWITCHES, index, GilStatistics::switches);
        bindGil(to, Meters.GIL_FORCED_SWITCHES, index, GilStatistics::forcedSwitches);
        bindGil(to, Meters.GIL_WAITERS, index, GilStatistics::waiters);
    }

    private void bindSteps(Registration to, int index) {
        for (StepKind kind : StepKind.values()) {
            Tags tags = Tags.of("index", Integer.toString(index), "step", kind.label());
            bind(to, Meters.GIL_STEP_HOLD, tags, all -> steps(all, index).holdOf(kind) / NANOS);
            bind(to, Meters.GIL_STEP_WAIT, tags, all -> steps(all, index).waitOf(kind) / NANOS);
        }
    }

    private void bindGil(Registration to, Meters meter, int index, ToDoubleFunction<GilStatistics> value) {
        bind(to, meter, Tags.of("index", Integer.toString(index)), all -> value.applyAsDouble(gil(all, index)));
    }

    private static GilStatistics gil(ExecutionStatistics all, int index) {
        return at(all.gils(), index, GilStatistics.ZERO);
    }

    private static StepTimes steps(ExecutionStatistics all, int index) {
        return at(all.steps(), index, StepTimes.ZERO);
    }

    private static <T> T at(List<T> known, int index, T otherwise) {
        return index < known.size() ? known.get(index) : otherwise;
    }

    private void bind(Registration to, Meters meter, Tags tags, ToDoubleFunction<ExecutionStatistics> value) {
        to.read(meter, tags, () -> value.applyAsDouble(statistics.get()));
    }
}
