package gilbench.bench.judge;

import gilbench.scenario.Arrangement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Experiment;
import gilbench.scenario.Experiment.Points;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.LaunchScope;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;

/** Plans over four models under a GIL and threads without one, on two processors. */
final class Plans {
    static final Experiment CPU = new Experiment.Program(
            "cpu", RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(200)), 2, 3, EnumSet.allOf(Arrangement.class));
    static final Experiment IO = new Experiment.Program(
            "io", RequestProfile.of(StepKind.IO, Duration.ofSeconds(2)), 5, 1, EnumSet.of(Arrangement.TOGETHER));
    static final RequestProfile MIXED = new RequestProfile(
            List.of(new Step(StepKind.PYTHON, Duration.ofMillis(10)), new Step(StepKind.IO, Duration.ofMillis(20))));
    static final Experiment LOAD = new Experiment.Load(
            "load", MIXED, new Points.Rates(ArrivalPattern.POISSON, List.of(50.0, 100.0)), Observed.WINDOW);

    private Plans() {}

    static Plan of(int launches) {
        return of(launches, List.of(CPU, IO, LOAD));
    }

    static Plan of(int launches, List<Experiment> experiments) {
        return new Plan(
                "p",
                "p",
                1,
                launches,
                LaunchScope.ALL_EXPERIMENTS,
                Defaults.WARM_UP,
                Defaults.OBJECTIVE,
                List.of(
                        named("threads", ConcurrencyModel.THREAD_PER_REQUEST, InterpreterKind.GIL),
                        named("virtual", ConcurrencyModel.VIRTUAL_THREADS, InterpreterKind.GIL),
                        named("loop", ConcurrencyModel.EVENT_LOOP, InterpreterKind.GIL),
                        named("processes", ConcurrencyModel.WORKER_PROCESSES, InterpreterKind.GIL),
                        named("free", ConcurrencyModel.THREAD_PER_REQUEST, InterpreterKind.FREE_THREADED)),
                experiments);
    }

    static Deployment deployment(ConcurrencyModel model, InterpreterKind kind) {
        return Deployment.of(model, Interpreter.of(kind), 2);
    }

    private static NamedDeployment named(String name, ConcurrencyModel model, InterpreterKind kind) {
        return new NamedDeployment(name, deployment(model, kind));
    }
}
