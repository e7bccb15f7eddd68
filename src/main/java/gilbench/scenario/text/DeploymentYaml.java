package gilbench.scenario.text;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.PythonRuntime;
import java.time.Duration;
import java.util.Optional;

/** The YAML form of a deployment: its name and model, and whatever differs from the defaults. */
final class DeploymentYaml {
    private static final Duration LONGEST_DEADLINE = Duration.ofHours(1);

    private DeploymentYaml() {}

    static Optional<NamedDeployment> read(Section section, int availableCores) {
        String name = section.required("name", "stand-in", Values.line("name", 64));
        ConcurrencyModel model = section.required(
                "model", ConcurrencyModel.THREAD_PER_REQUEST, Values.word("model", ConcurrencyModel.class));
        Interpreter interpreter = interpreter(section);
        Deployment defaults = defaults(section, model, interpreter, availableCores);
        int workers = whole(section, "workers", defaults.workers());
        int threads = whole(section, "threads", defaults.threads());
        int queue = whole(section, "queue", defaults.queue());
        int maxInFlight = whole(section, "max-in-flight", defaults.maxInFlight());
        Duration deadline =
                section.optional("deadline", Defaults.DEADLINE, Values.positive("deadline", LONGEST_DEADLINE));
        PythonRuntime runtime =
                section.optional("runtime", PythonRuntime.SIMULATED, Values.word("runtime", PythonRuntime.class));
        return section.build(() -> new NamedDeployment(
                name,
                new Deployment(
                        model,
                        interpreter,
                        workers,
                        threads,
                        queue,
                        maxInFlight,
                        defaults.cores(),
                        deadline,
                        runtime)));
    }

    private static Interpreter interpreter(Section section) {
        InterpreterKind kind =
                section.optional("interpreter", InterpreterKind.GIL, Values.word("interpreter", InterpreterKind.class));
        return section.optional(
                "switch-interval",
                Interpreter.of(kind),
                text -> Interpreter.of(kind).withSwitchInterval(DurationText.parse(text)));
    }

    private static Deployment defaults(
            Section section, ConcurrencyModel model, Interpreter interpreter, int availableCores) {
        int cores = section.optional("cores", availableCores, Values.whole("cores", 1, 1024));
        return Deployment.of(model, interpreter, Math.min(cores, 256));
    }

    private static int whole(Section section, String key, int otherwise) {
        return section.optional(key, otherwise, Values.whole(key, Integer.MIN_VALUE, Integer.MAX_VALUE));
    }
}
