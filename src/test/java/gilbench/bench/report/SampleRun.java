package gilbench.bench.report;

import gilbench.bench.result.Cell;
import gilbench.bench.result.Conclusion;
import gilbench.bench.result.Environment;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Launch;
import gilbench.bench.result.Origin;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.RunState;
import gilbench.bench.result.Trial;
import gilbench.scenario.Arrangement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Calibration;
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
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.WarmUp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Made-up results that look like real ones; the same on every call. */
final class SampleRun {
    private static final int CORES = 2;

    private SampleRun() {}

    /** One launch of five deployments: a CPU program, an I/O program, two rates. */
    static RunResult quick() {
        return run(quickPlan("Four concurrency models under a GIL, quickly"));
    }

    /** The same with another title. */
    static RunResult quick(String title) {
        return run(quickPlan(title));
    }

    /** Five launches of eight deployments: two loads of six shares of capacity, one of users. */
    static RunResult backend() {
        List<NamedDeployment> deployments = new ArrayList<>();
        for (InterpreterKind kind : List.of(InterpreterKind.GIL, InterpreterKind.FREE_THREADED)) {
            for (ConcurrencyModel model : ConcurrencyModel.values()) {
                deployments.add(deployment(model, kind));
            }
        }
        List<Double> shares = List.of(0.2, 0.4, 0.6, 0.8, 1.0, 1.3);
        return run(plan(
                "backend",
                "I/O-bound, mixed and closed loads on four models with and without a GIL",
                5,
                deployments,
                List.of(
                        program("cpu-program", 2, 3, Arrangement.SERIAL, Arrangement.TOGETHER),
                        new Experiment.Load(
                                "mixed",
                                profile(4, 100),
                                new Experiment.Points.Shares(ArrivalPattern.POISSON, shares),
                                Duration.ofSeconds(12)),
                        new Experiment.Load(
                                "users",
                                profile(4, 20),
                                new Experiment.Points.Users(List.of(2, 8, 32), OptionalInt.empty(), Duration.ZERO),
                                Duration.ofSeconds(8)))));
    }

    static Plan quickPlan(String title) {
        List<NamedDeployment> deployments = new ArrayList<>();
        for (ConcurrencyModel model : ConcurrencyModel.values()) {
            deployments.add(deployment(model, InterpreterKind.GIL));
        }
        deployments.add(deployment(ConcurrencyModel.THREAD_PER_REQUEST, InterpreterKind.FREE_THREADED));
        return plan(
                "quick",
                title,
                1,
                deployments,
                List.of(
                        program("cpu", 2, 5, Arrangement.SERIAL, Arrangement.TOGETHER),
                        new Experiment.Program(
                                "io",
                                RequestProfile.of(StepKind.IO, Duration.ofSeconds(2)),
                                5,
                                1,
                                Set.of(Arrangement.TOGETHER)),
                        new Experiment.Load(
                                "mixed",
                                profile(5, 50),
                                new Experiment.Points.Rates(ArrivalPattern.POISSON, List.of(60.0, 150.0)),
                                Duration.ofSeconds(4))));
    }

    private static Experiment program(String name, int requests, int blocks, Arrangement... arrangements) {
        return new Experiment.Program(
                name,
                RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(200)),
                requests,
                blocks,
                Set.of(arrangements));
    }

    private static RequestProfile profile(int python, int io) {
        return new RequestProfile(List.of(
                new Step(StepKind.PYTHON, Duration.ofMillis(python)), new Step(StepKind.IO, Duration.ofMillis(io))));
    }

    private static NamedDeployment deployment(ConcurrencyModel model, InterpreterKind kind) {
        String name = kind == InterpreterKind.GIL ? model.label() : model.label() + "-" + kind.label();
        return new NamedDeployment(name, Deployment.of(model, Interpreter.of(kind), CORES));
    }

    private static Plan plan(
            String name, String title, int launches, List<NamedDeployment> deployments, List<Experiment> experiments) {
        return new Plan(
                name,
                title,
                42,
                launches,
                LaunchScope.ALL_EXPERIMENTS,
                new WarmUp(Duration.ofSeconds(1), Duration.ofSeconds(8)),
                new Objective(0.99, Duration.ofMillis(200), 0.001),
                deployments,
                experiments);
    }

    private static RunResult run(Plan plan) {
        SampleTrials trials = new SampleTrials(plan, CORES);
        List<Launch> launches = trials.launches();
        List<Trial> made = trials.trials();
        List<Cell> cells = SampleCells.of(made);
        return new RunResult(
                Origin.MEASURED,
                plan,
                Instant.parse("2026-03-01T10:15:30Z"),
                Duration.ofMillis(98_400),
                RunState.COMPLETE,
                environment(),
                new Calibration(1.234e9),
                launches,
                made,
                cells,
                List.of(
                        new Conclusion(
                                "CPU-bound",
                                "worker-processes, thread-per-request-free-threaded",
                                "two at once run 1.71 [1.68..1.75] × as fast as one after the other; under the GIL threads 0.99"),
                        new Conclusion("I/O-bound", "any of the four models", "5 × 2 s at once took 2.01 s on each"),
                        new Conclusion("mixed", "undecided", "at 150/s the intervals of p95 overlap")),
                plan.quick()
                        ? List.of(new Finding(FindingType.QUICK, "intervals are taken within one launch"))
                        : List.of(new Finding(
                                FindingType.CALIBRATION_DRIFT, "burner 3.1 % slower at the end, bound 2 %")));
    }

    private static Environment environment() {
        return new Environment(
                "0.1.0",
                "25.0.1+8 (a vendor)",
                "Linux 6.12 amd64",
                "A processor of 2 cores & 2.6 GHz",
                CORES,
                8L << 30,
                List.of("The service and its workers run at niceness 10."));
    }
}
