package gilbench.cli;

import gilbench.scenario.BoundException;
import gilbench.scenario.Defaults;
import picocli.CommandLine.Option;

/** The options that say where a server listens. */
final class AddressOptions {
    private static final int MOST = 65_535;

    @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on (default: 127.0.0.1).")
    private String host = Defaults.HOST;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on; 0 for any free one (default: 8080).")
    private int port = Defaults.PORT;

    /** The address. */
    String host() {
        return host;
    }

    /**
     * The port; 0 for any free one.
     *
     * @throws BoundException when it is no port
     */
    int port() {
        if (port < 0 || port > MOST) {
            throw new BoundException("--port", Integer.toString(port), "must be between 0 and " + MOST);
        }
        return port;
    }
}
