package gilbench.scenario.text;

import gilbench.scenario.Defaults;
import gilbench.scenario.Experiment;
import gilbench.scenario.LaunchScope;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Objective;
import gilbench.scenario.Plan;
import gilbench.scenario.WarmUp;
import gilbench.scenario.text.PlanException.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The YAML form of a plan. The bundled plans show and explain every key. Reading is strict: an unknown key, a wrong type or a
 * value out of bounds is a mistake, and one reading reports several.
 */
public final class PlanYaml {
    private static final Duration LONGEST = Duration.ofHours(1);

    private final List<Problem> problems = new ArrayList<>();
    private final int availableCores;

    private PlanYaml(int availableCores) {
        this.availableCores = availableCores;
    }

    /**
     * Reads a plan; deployments that do not say so may use every processor of this machine.
     *
     * @param fileName for messages
     * @throws PlanException with every mistake found
     */
    public static Plan parse(String fileName, String text) {
        return parse(fileName, text, Runtime.getRuntime().availableProcessors());
    }

    static Plan parse(String fileName, String text, int availableCores) {
        PlanYaml reading = new PlanYaml(availableCores);
        Optional<Plan> plan = reading.plan(Section.of(YamlReader.read(fileName, text), "", reading.problems));
        if (plan.isEmpty() || !reading.problems.isEmpty()) {
            reading.problems.sort(Comparator.comparingInt(Problem::line));
            throw new PlanException(fileName, reading.problems);
        }
        return plan.get();
    }

    private Optional<Plan> plan(Section root) {
        String name = root.required("name", "stand-in", Values.line("name", 64));
        String title = root.optional("title", name, Values.line("title", 200));
        long seed = root.optional("seed", Defaults.SEED, Values.whole("seed"));
        int launches = root.optional("launches", Defaults.LAUNCHES, Values.whole("launches", 1, 1000));
        LaunchScope scope =
                root.optional("scope", LaunchScope.ALL_EXPERIMENTS, Values.word("scope", LaunchScope.class));
        WarmUp warmUp = root.section("warm-up").flatMap(PlanYaml::warmUp).orElse(Defaults.WARM_UP);
        Objective objective = root.optional("objective", Defaults.OBJECTIVE, ObjectiveText::parse);
        List<NamedDeployment> deployments = deployments(root);
        List<Experiment> experiments = experiments(root);
        return problems.isEmpty()
                ? root.build(
                        () -> new Plan(name, title, seed, launches, scope, warmUp, objective, deployments, experiments))
                : root.build(Optional::<Plan>empty).flatMap(absent -> absent);
    }

    private static Optional<WarmUp> warmUp(Section section) {
        Duration cycle = section.optional("cycle", Defaults.WARM_UP.cycle(), Values.positive("warm-up.cycle", LONGEST));
        Duration cap = section.optional("cap", Defaults.WARM_UP.cap(), Values.positive("warm-up.cap", LONGEST));
        return section.build(() -> new WarmUp(cycle, cap));
    }

    private List<NamedDeployment> deployments(Section root) {
        List<NamedDeployment> deployments = new ArrayList<>();
        for (Section section : root.sections("deployments")) {
            DeploymentYaml.read(section, availableCores).ifPresent(deployments::add);
        }
        return deployments;
    }

    private static List<Experiment> experiments(Section root) {
        List<Experiment> experiments = new ArrayList<>();
        for (Section section : root.sections("experiments")) {
            ExperimentYaml.read(section).ifPresent(experiments::add);
        }
        return experiments;
    }
}
