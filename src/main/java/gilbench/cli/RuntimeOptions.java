package gilbench.cli;

import gilbench.cpython.Python;
import gilbench.cpython.WorkerScript;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import gilbench.scenario.PythonRuntime;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that decide under which runtimes the deployments of a plan are measured. */
final class RuntimeOptions {
    @Option(
            names = "--runtime",
            split = ",",
            paramLabel = "R",
            description =
                    "Measure each deployment under these runtimes: simulated, cpython (default: as the plan says).")
    private Set<PythonRuntime> runtimes = new LinkedHashSet<>();

    @Mixin
    private final PythonOption python = new PythonOption();

    /** Whether runtimes other than those of the plan were asked for. */
    boolean given() {
        return !runtimes.isEmpty();
    }

    /**
     * {@code plan} with every deployment under each runtime that was asked for.
     *
     * @param notes is told of each deployment that is left out because the CPython cannot serve it
     * @throws UnfitEnvironmentException when nothing is left, or CPython is asked for and there is none
     */
    Plan under(Plan plan, PrintWriter notes) throws InterruptedException {
        if (runtimes.isEmpty()) {
            return plan;
        }
        List<NamedDeployment> possible = new ArrayList<>();
        for (NamedDeployment deployment : plan.deployments()) {
            for (PythonRuntime runtime : runtimes) {
                Optional<String> obstacle = obstacle(deployment, runtime);
                obstacle.ifPresentOrElse(
                        reason -> notes.println("gilbench: left out: " + deployment.name() + " under " + runtime.label()
                                + ": " + reason),
                        () -> possible.add(deployment.under(runtime)));
            }
        }
        notes.flush();
        if (possible.isEmpty()) {
            throw new UnfitEnvironmentException("--runtime: none of the plan's deployments can be served so");
        }
        return plan.withDeployments(possible);
    }

    /**
     * What serves the deployments of {@code plan} that want CPython; empty when none does.
     *
     * @throws UnfitEnvironmentException when there is no CPython that can serve all of them
     */
    Optional<Python> pythonOf(Plan plan) throws InterruptedException {
        Optional<Python> found = Optional.empty();
        for (NamedDeployment each : plan.deployments()) {
            if (each.deployment().runtime() == PythonRuntime.CPYTHON) {
                found = Optional.of(python.pythonFor(each.deployment()));
            }
        }
        return found;
    }

    private Optional<String> obstacle(NamedDeployment named, PythonRuntime runtime) throws InterruptedException {
        return switch (runtime) {
            case SIMULATED -> Optional.empty();
            case CPYTHON -> WorkerScript.obstacle(python.python(), named.deployment(), runtime);
        };
    }
}
