package gilbench.scenario;

/**
 * A deployment under the name by which a plan and its results know it.
 *
 * @param name unique in the plan: lower-case letters, digits and hyphens
 */
public record NamedDeployment(String name, Deployment deployment) {
    /** This deployment under {@code runtime}; CPython is in its name. */
    public NamedDeployment under(PythonRuntime runtime) {
        return switch (runtime) {
            case SIMULATED -> new NamedDeployment(name, deployment.withRuntime(runtime));
            case CPYTHON -> new NamedDeployment(name + "-" + runtime.label(), deployment.withRuntime(runtime));
        };
    }
}
