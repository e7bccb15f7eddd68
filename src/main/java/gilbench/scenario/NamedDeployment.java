package gilbench.scenario;

/**
 * A deployment under the name by which a plan and its results know it.
 *
 * @param name unique in the plan: lower-case letters, digits and hyphens
 */
public record NamedDeployment(String name, Deployment deployment) {}
