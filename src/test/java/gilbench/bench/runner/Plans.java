package gilbench.bench.runner;

import gilbench.scenario.Arrangement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Experiment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.LaunchScope;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Objective;
import gilbench.scenario.Plan;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.WarmUp;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** Small plans. */
final class Plans {
    static final RequestProfile CPU = RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(20));
    static final RequestProfile IO = RequestProfile.of(StepKind.IO, Duration.ofMillis(100));
    static final Experiment.Program PROGRAM =
            new Experiment.Program("cpu", CPU, 2, 3, EnumSet.allOf(Arrangement.class));
    static final Experiment.Load LOAD = new Experiment.Load(
            "io", IO, new Experiment.Points.Rates(ArrivalPattern.CONSTANT, List.of(20.0, 40.0)), Duration.ofSeconds(2));
    static final Experiment.Load SHARES = new Experiment.Load(
            "shares",
            IO,
            new Experiment.Points.Shares(ArrivalPattern.POISSON, List.of(0.5, 1.3)),
            Duration.ofSeconds(2));

    private Plans() {}

    static Plan plan(int launches, LaunchScope scope, Experiment... experiments) {
        return new Plan(
                "small",
                "A small plan.",
                7,
                launches,
                scope,
                new WarmUp(Duration.ofSeconds(1), Duration.ofSeconds(8)),
                new Objective(0.99, Duration.ofMillis(200), 0.001),
                List.of(
                        deployment("threads", ConcurrencyModel.THREAD_PER_REQUEST),
                        deployment("loop", ConcurrencyModel.EVENT_LOOP),
                        deployment("workers", ConcurrencyModel.WORKER_PROCESSES)),
                List.of(experiments));
    }

    static Plan quick() {
        return plan(1, LaunchScope.ALL_EXPERIMENTS, PROGRAM, LOAD);
    }

    static Plan repeated() {
        return plan(3, LaunchScope.ONE_EXPERIMENT, PROGRAM, LOAD, SHARES);
    }

    private static NamedDeployment deployment(String name, ConcurrencyModel model) {
        return new NamedDeployment(name, Deployment.of(model, Interpreter.of(InterpreterKind.GIL), 2));
    }
}
