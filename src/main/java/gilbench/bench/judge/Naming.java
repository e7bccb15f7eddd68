package gilbench.bench.judge;

import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import java.util.List;
import java.util.stream.Collectors;

/** What conclusions call a deployment: its tool in plain words, its name beside it where the words fit several. */
final class Naming {
    private final List<NamedDeployment> deployments;

    Naming(Plan plan) {
        deployments = plan.deployments();
    }

    /** {@code 2 worker processes}, {@code virtual threads}, {@code threads without a GIL}. */
    String of(NamedDeployment named) {
        String words = words(named.deployment());
        boolean several = deployments.stream()
                        .filter(each -> words(each.deployment()).equals(words))
                        .count()
                > 1;
        return several ? words + " (" + named.name() + ")" : words;
    }

    /** All names, separated by commas. */
    String of(List<Contest.Entry> entries) {
        return entries.stream().map(entry -> of(entry.deployment())).collect(Collectors.joining(", "));
    }

    private static String words(Deployment deployment) {
        String model = switch (deployment.model()) {
            case THREAD_PER_REQUEST -> "threads";
            case VIRTUAL_THREADS -> "virtual threads";
            case EVENT_LOOP -> "event loop";
            case WORKER_PROCESSES -> processes(deployment);
        };
        return model + interpreters(deployment) + runtime(deployment);
    }

    private static String runtime(Deployment deployment) {
        return switch (deployment.runtime()) {
            case SIMULATED -> "";
            case CPYTHON -> " on real CPython";
        };
    }

    private static String processes(Deployment deployment) {
        String processes = deployment.workers() + (deployment.workers() == 1 ? " worker process" : " worker processes");
        return deployment.threads() == 1 ? processes : processes + " of " + deployment.threads() + " threads";
    }

    private static String interpreters(Deployment deployment) {
        InterpreterKind kind = deployment.interpreter().kind();
        return switch (kind) {
            case GIL -> "";
            case FREE_THREADED -> " without a GIL";
            case PER_INTERPRETER_GIL ->
                deployment.model() == ConcurrencyModel.WORKER_PROCESSES
                        ? " with a GIL per interpreter"
                        : " in " + deployment.workers() + " interpreters";
        };
    }
}
