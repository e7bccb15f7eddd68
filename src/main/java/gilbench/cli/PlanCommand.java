package gilbench.cli;

import gilbench.scenario.BoundException;
import gilbench.scenario.text.BundledPlans;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a bundled plan, comments included, to be edited and run. */
@Command(
        name = "plan",
        description = "Print a bundled plan, to edit: gilbench plan quick > my.yaml; gilbench run my.yaml",
        mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "One of: quick, seed, backend.")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Override
    public Integer call() {
        try {
            spec.commandLine().getOut().print(BundledPlans.text(name));
            spec.commandLine().getOut().flush();
            return 0;
        } catch (BoundException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
