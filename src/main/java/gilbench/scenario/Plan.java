package gilbench.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A whole experiment as a value.
 *
 * @param name lower-case letters, digits and hyphens; names the result folder
 * @param title one sentence
 * @param seed of every random order and arrival
 * @param launches fresh starts of each deployment (and experiment, if {@code scope} says so)
 * @param objective what capacity is judged by
 */
public record Plan(
        String name,
        String title,
        long seed,
        int launches,
        LaunchScope scope,
        WarmUp warmUp,
        Objective objective,
        List<NamedDeployment> deployments,
        List<Experiment> experiments) {
    /** Checks the bounds and that names are unique. */
    public Plan {
        Checks.between("launches", launches, 1, 1000);
        deployments = List.copyOf(deployments);
        experiments = List.copyOf(experiments);
        Checks.atLeast("deployments", deployments.size(), 1);
        Checks.atLeast("experiments", experiments.size(), 1);
        unique("deployments", deployments.stream().map(NamedDeployment::name).toList());
        unique("experiments", experiments.stream().map(Experiment::name).toList());
        nameLike("name", name);
    }

    /** Whether every interval of the results is taken within one launch. */
    public boolean quick() {
        return launches == 1;
    }

    /** This plan with another seed. */
    public Plan withSeed(long other) {
        return new Plan(name, title, other, launches, scope, warmUp, objective, deployments, experiments);
    }

    /** This plan with other deployments. */
    public Plan withDeployments(List<NamedDeployment> others) {
        return new Plan(name, title, seed, launches, scope, warmUp, objective, others, experiments);
    }

    /** This plan with {@code other} in the place of every interpreter of its kind. */
    public Plan withInterpreter(Interpreter other) {
        List<NamedDeployment> changed = deployments.stream()
                .map(each -> each.deployment().interpreter().kind() == other.kind()
                        ? new NamedDeployment(each.name(), each.deployment().withInterpreter(other))
                        : each)
                .toList();
        return new Plan(name, title, seed, launches, scope, warmUp, objective, changed, experiments);
    }

    private static void unique(String key, List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            nameLike(key, name);
            if (!seen.add(name)) {
                throw new BoundException(key, name, "must be unique");
            }
        }
    }

    private static void nameLike(String key, String name) {
        if (!name.matches("[a-z0-9][a-z0-9.-]{0,63}")) {
            throw new BoundException(key, name, "must be 1 to 64 lower-case letters, digits, dots or hyphens");
        }
    }
}
