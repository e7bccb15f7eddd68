package gilbench.bench.result;

/**
 * Names one cell: deployment × request profile × one workload point.
 *
 * @param deployment its name in the plan
 * @param experiment its name in the plan
 * @param point the workload point: {@code program}, {@code 120/s}, {@code 16 users}
 */
public record CellKey(String deployment, String experiment, String point) {
    @Override
    public String toString() {
        return deployment + " " + experiment + " " + point;
    }
}
