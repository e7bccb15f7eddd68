package gilbench.cli;

import gilbench.bench.load.LoadDriver;
import gilbench.scenario.Labelled;

/** What sends the load of a run. */
enum DriverKind implements Labelled {
    /** A driver in this process. */
    EMBEDDED("embedded"),

    /** k6 in processes of its own. */
    K6("k6");

    private final String label;

    DriverKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /**
     * Opens such a driver.
     *
     * @throws UnfitEnvironmentException when the machine has none
     */
    LoadDriver open() throws InterruptedException {
        return switch (this) {
            case EMBEDDED -> LoadDriver.embedded();
            case K6 ->
                LoadDriver.k6(System.getenv().getOrDefault("PATH", ""))
                        .orElseThrow(() -> new UnfitEnvironmentException(
                                "--driver k6 needs k6 on the PATH or a running Docker; install k6 as"
                                        + " https://grafana.com/docs/k6/latest/set-up/install-k6/ says"));
        };
    }
}
