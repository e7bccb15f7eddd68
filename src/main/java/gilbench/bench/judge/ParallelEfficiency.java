package gilbench.bench.judge;

import gilbench.bench.result.Cell;
import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.Cell.ProgramCell;
import gilbench.bench.result.RunResult;
import gilbench.scenario.Deployment;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * The speed of one core when all are busy, as a share of its speed alone, as a run has seen it: the parallel speed-up of plain
 * burners, from its programs, else from the capacities that its loads were shares of.
 */
public final class ParallelEfficiency {
    private static final double NEARLY = 0.999;

    private final RunResult result;

    private ParallelEfficiency(RunResult result) {
        this.result = result;
    }

    /** The median over what has shown it, at most 1; empty when nothing has. */
    public static OptionalDouble of(RunResult result) {
        ParallelEfficiency efficiency = new ParallelEfficiency(result);
        OptionalDouble timed = median(
                result.cells().stream().flatMapToDouble(efficiency::ofProgram).toArray());
        return timed.isPresent()
                ? timed
                : median(result.cells().stream()
                        .flatMapToDouble(efficiency::ofLoad)
                        .toArray());
    }

    private DoubleStream ofProgram(Cell cell) {
        if (!(cell instanceof ProgramCell program)
                || result.deployment(cell.key()).cores() == 1) {
            return DoubleStream.empty();
        }
        int atOnce = Math.min(program.requests(), result.deployment(cell.key()).cores());
        return atOnce < result.deployment(cell.key()).cores()
                ? DoubleStream.empty()
                : program.machineSpeedup().stream().mapToDouble(speedup -> Math.min(1, speedup.value() / atOnce));
    }

    private DoubleStream ofLoad(Cell cell) {
        return cell instanceof LoadCell load
                        && load.workload() instanceof Workload.Open open
                        && load.capacityShare().isPresent()
                        && result.deployment(cell.key()).cores() > 1
                ? ofCapacity(
                        result.deployment(cell.key()),
                        result.profile(cell.key()),
                        open.rate() / load.capacityShare().getAsDouble())
                        .stream()
                : DoubleStream.empty();
    }

    /** What the speed-up must have been for this capacity; empty where something else than cores bounds it. */
    private static OptionalDouble ofCapacity(Deployment deployment, RequestProfile profile, double capacity) {
        double cpu = (profile.gilHeld().toNanos() * deployment.interpreter().overhead()
                        + profile.sum(StepKind.NATIVE).toNanos())
                / 1e9;
        double whole = Capacity.of(deployment, profile, deployment.cores());
        if (capacity < NEARLY * whole) {
            return OptionalDouble.of(capacity * cpu / deployment.cores());
        }
        boolean coresBind = Capacity.of(deployment, profile, NEARLY * deployment.cores()) < whole;
        return coresBind ? OptionalDouble.of(1) : OptionalDouble.empty();
    }

    private static OptionalDouble median(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        return sorted.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sorted[sorted.length / 2]);
    }
}
