package gilbench.cli;

import gilbench.scenario.BoundException;
import gilbench.scenario.Defaults;
import gilbench.service.downstream.DelayServer;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the delay service in a process of its own. */
@Command(
        name = "delay-service",
        hidden = true,
        description = "Runs the delay service: /delay/0 to /delay/10 answer after so many seconds.")
final class DelayServiceCommand implements Callable<Integer> {
    private static final int MOST = 1_000_000;

    @Mixin
    private final AddressOptions address = new AddressOptions();

    @Option(
            names = "--max-delays",
            paramLabel = "N",
            description = "Most distinct delays that can be registered (default: 1000).")
    private int mostDelays = Defaults.MAX_DELAYS;

    @Mixin
    private final StdinOption stdin = new StdinOption();

    @Override
    public Integer call() throws InterruptedException {
        DelayServer server = start();
        System.out.println("ready " + server.uri());
        stdin.watch();
        Shutdown.await(server::close);
        return ExitCode.OK.code();
    }

    private DelayServer start() {
        if (mostDelays < 1 || mostDelays > MOST) {
            throw new BoundException("--max-delays", Integer.toString(mostDelays), "must be between 1 and " + MOST);
        }
        try {
            return DelayServer.start(address.host(), address.port(), mostDelays);
        } catch (IOException e) {
            throw new UnfitEnvironmentException("cannot start: " + e.getMessage());
        }
    }
}
