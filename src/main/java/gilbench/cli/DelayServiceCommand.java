package gilbench.cli;

import gilbench.service.downstream.DelayServer;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the delay service in a process of its own. */
@Command(
        name = "delay-service",
        hidden = true,
        description = "Runs the delay service: /delay/0 to /delay/10 answer after so many seconds.")
final class DelayServiceCommand implements Callable<Integer> {
    @Mixin
    private final AddressOptions address = new AddressOptions();

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
        try {
            return DelayServer.start(address.host(), address.port());
        } catch (IOException e) {
            throw new UnfitEnvironmentException("cannot start: " + e.getMessage());
        }
    }
}
