package gilbench.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

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
import gilbench.scenario.PythonRuntime;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.WarmUp;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlanYamlTest {
    private static final int CORES = 6;

    static final String SMALL = """
            name: small
            deployments:
              - name: threads
                model: thread-per-request
                queue: 10
            experiments:
              - name: cpu
                program: python:10ms
                requests: 2
                arrangements: [serial]
              - name: sweep
                load: io:10ms
                rates: [5, 2.5]
                window: 2s
            """;

    private static Plan parse(String text) {
        return PlanYaml.parse("my.yaml", text, CORES);
    }

    @Test
    void parse_runtimeOfADeployment_isTaken() {
        Plan plan = parse(SMALL.replace("    queue: 10", "    runtime: cpython"));
        assertThat(plan.deployments().getFirst().deployment().runtime()).isEqualTo(PythonRuntime.CPYTHON);
        assertThat(parse(SMALL).deployments().getFirst().deployment().runtime()).isEqualTo(PythonRuntime.SIMULATED);
    }

    @Test
    void under_cpython_isInTheName() {
        NamedDeployment threads = parse(SMALL).deployments().getFirst();
        assertThat(threads.under(PythonRuntime.SIMULATED)).isEqualTo(threads);
        assertThat(threads.under(PythonRuntime.CPYTHON).name()).isEqualTo("threads-cpython");
        assertThat(threads.under(PythonRuntime.CPYTHON).deployment())
                .isEqualTo(threads.deployment().withRuntime(PythonRuntime.CPYTHON));
    }

    @Test
    void parse_smallPlan_fillsInTheDefaults() {
        RequestProfile python = RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(10));
        RequestProfile io = RequestProfile.of(StepKind.IO, Duration.ofMillis(10));
        Deployment threads = new Deployment(
                ConcurrencyModel.THREAD_PER_REQUEST,
                Interpreter.of(InterpreterKind.GIL),
                1,
                Defaults.THREADS,
                10,
                Defaults.MAX_IN_FLIGHT,
                CORES,
                Defaults.DEADLINE);
        assertThat(parse(SMALL))
                .isEqualTo(new Plan(
                        "small",
                        "small",
                        Defaults.SEED,
                        Defaults.LAUNCHES,
                        LaunchScope.ALL_EXPERIMENTS,
                        Defaults.WARM_UP,
                        Defaults.OBJECTIVE,
                        List.of(new NamedDeployment("threads", threads)),
                        List.of(
                                new Experiment.Program("cpu", python, 2, Defaults.BLOCKS, Set.of(Arrangement.SERIAL)),
                                new Experiment.Load(
                                        "sweep",
                                        io,
                                        new Points.Rates(ArrivalPattern.POISSON, List.of(5.0, 2.5)),
                                        Duration.ofSeconds(2)))));
    }

    @Test
    void parse_everyOtherKey_isRead() {
        Plan plan = parse("""
                name: other
                title: "A title: with a colon"
                seed: -7
                launches: 2
                scope: one-experiment
                warm-up: {cycle: 250ms, cap: 1m}
                objective: p95<1s,errors<1%
                deployments:
                  - {name: a, model: worker-processes, cores: 3, switch-interval: 1ms, max-in-flight: 9, deadline: 5s}
                  - {name: b, model: event-loop, interpreter: per-interpreter-gil, workers: 2}
                experiments:
                  - {name: shares, load: "python:1ms,io:5ms", shares: [0.2, 1.3], arrivals: constant}
                  - {name: users, load: io:5ms, users: [1, 16], requests-each: 20, think-time: 0ms}
                """);
        assertThat(plan.title()).isEqualTo("A title: with a colon");
        assertThat(plan.seed()).isEqualTo(-7);
        assertThat(plan.scope()).isEqualTo(LaunchScope.ONE_EXPERIMENT);
        assertThat(plan.warmUp()).isEqualTo(new WarmUp(Duration.ofMillis(250), Duration.ofMinutes(1)));
        assertThat(plan.objective().quantile()).isEqualTo(0.95);
        Deployment a = plan.deployments().getFirst().deployment();
        assertThat(List.of(a.cores(), a.workers(), a.threads(), a.maxInFlight()))
                .containsExactly(3, 3, 1, 9);
        assertThat(a.interpreter().switchInterval()).isEqualTo(Duration.ofMillis(1));
        assertThat(plan.deployments().getLast().deployment().workers()).isEqualTo(2);
        assertThat(((Experiment.Load) plan.experiments().getFirst()).points())
                .isEqualTo(new Points.Shares(ArrivalPattern.CONSTANT, List.of(0.2, 1.3)));
        assertThat(((Experiment.Load) plan.experiments().getLast()).points())
                .isEqualTo(new Points.Users(List.of(1, 16), OptionalInt.of(20), Duration.ZERO));
    }

    @Test
    void parse_anySizes_areReadAsWritten() {
        qt().forAll(
                        arbitrary().enumValues(ConcurrencyModel.class),
                        integers().between(1, 4096),
                        integers().between(0, 1_000_000),
                        lists().of(integers().between(1, 1_000_000)).ofSizeBetween(1, 8))
                .check((model, threads, queue, rates) -> {
                    List<Double> decimal =
                            rates.stream().map(rate -> rate / 100.0).toList();
                    Plan plan = parse("""
                            name: p
                            deployments: [{name: d, model: %s, threads: %d, queue: %d}]
                            experiments: [{name: e, load: io:1ms, rates: %s}]
                            """.formatted(model.label(), threads, queue, decimal));
                    Deployment read = plan.deployments().getFirst().deployment();
                    Experiment.Load load = (Experiment.Load) plan.experiments().getFirst();
                    return read.model() == model
                            && read.threads() == threads
                            && read.queue() == queue
                            && load.points().equals(new Points.Rates(ArrivalPattern.POISSON, decimal));
                });
    }
}
