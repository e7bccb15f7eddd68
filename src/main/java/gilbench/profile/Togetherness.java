package gilbench.profile;

import gilbench.predict.Mix;
import gilbench.predict.Scenario;
import gilbench.predict.Simultaneous;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Simulates simultaneous requests on the threads of one process.
 *
 * @param machine the interpreter and the machine
 * @param cores processors
 * @param cpu processor time of a request, seconds
 * @param io its waiting, seconds
 */
record Togetherness(InterpreterProfile machine, int cores, double cpu, double io) {
    /** Steps from no Python to nothing else. */
    static final int GRID = 32;

    private static final int REPETITIONS = 8;
    private static final int THREADS = 16;

    /** How much longer two and three requests take than one, for each share of Python of the grid, seconds. */
    double[][] longer(Order order) {
        double[][] longer = new double[GRID + 1][];
        for (int i = 0; i <= GRID; i++) {
            Scenario scenario = scenario(profile(order.of((double) i / GRID)));
            double one = Simultaneous.lastEnd(scenario, 1, REPETITIONS);
            longer[i] = new double[] {
                Simultaneous.lastEnd(scenario, 2, REPETITIONS) - one,
                Simultaneous.lastEnd(scenario, 3, REPETITIONS) - one
            };
        }
        return longer;
    }

    private RequestProfile profile(Order.Parts parts) {
        List<Step> steps = new ArrayList<>();
        steps.add(cpu(StepKind.PYTHON, parts.python()));
        steps.add(cpu(StepKind.NATIVE, parts.released()));
        steps.add(cpu(StepKind.PYTHON, parts.then()));
        steps.add(new Step(StepKind.IO, Duration.ofMillis(Math.round(io * 1e3))));
        steps.add(cpu(StepKind.PYTHON, parts.behind()));
        steps.add(cpu(StepKind.NATIVE, parts.last()));
        steps.removeIf(step -> step.duration().isZero());
        return new RequestProfile(steps);
    }

    private Step cpu(StepKind kind, double share) {
        return new Step(kind, Duration.ofNanos(Math.round(share * cpu * 1e9)));
    }

    private Scenario scenario(RequestProfile profile) {
        Deployment one = Deployment.of(ConcurrencyModel.THREAD_PER_REQUEST, machine.interpreter(), cores);
        Deployment threads = new Deployment(
                one.model(), one.interpreter(), 1, THREADS, one.queue(), one.maxInFlight(), cores, one.deadline());
        return Scenario.of(threads, Mix.of(profile), new Workload.Open(ArrivalPattern.CONSTANT, 1))
                .on(machine.times());
    }
}
