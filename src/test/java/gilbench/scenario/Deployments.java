package gilbench.scenario;

/** Deployments for tests. */
public final class Deployments {
    private Deployments() {}

    /** What the arguments leave open is at its default. */
    public static Deployment of(ConcurrencyModel model, InterpreterKind kind, int workers, int threads, int cores) {
        return new Deployment(
                model,
                Interpreter.of(kind),
                workers,
                threads,
                Defaults.QUEUE,
                Defaults.MAX_IN_FLIGHT,
                cores,
                Defaults.DEADLINE);
    }
}
