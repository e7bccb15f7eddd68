package gilbench.bench.load;

import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Workload;
import gilbench.scenario.text.ProfileText;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** A load driver in this virtual machine, on Reactor Netty's HTTP client. */
final class EmbeddedDriver implements LoadDriver {
    private static final Duration CHECK_TIMEOUT = Duration.ofMinutes(2);

    private final HttpConnections connections;
    private final Dialect dialect;

    EmbeddedDriver(Dialect dialect) {
        this.dialect = dialect;
        this.connections = new HttpConnections(dialect::opened);
    }

    @Override
    public Measurement drive(LoadRequest request) throws InterruptedException {
        Caller caller = connections.caller(
                dialect.address(request.service(), request.profile()), request.timeout(), dialect::end);
        Waiting clock = Waiting.real();
        return switch (request.workload()) {
            case Workload.Open open -> new OpenDrive(request, open, caller, clock, EmbeddedDriver::cpu).run();
            case Workload.Closed closed ->
                new ClosedDrive(request, closed, caller, clock, EmbeddedDriver::cpu, connections.loop()).run();
        };
    }

    @Override
    public void check(URI service, RequestProfile profile) throws InterruptedException, EndpointCheckException {
        URI address = dialect.address(service, profile);
        Reply reply = ask(address);
        switch (dialect) {
            case OURS -> check(address, profile, reply);
            case ANY ->
                demand(dialect.end(reply) == End.COMPLETED, address, "status 200 to 299", "status " + reply.status());
        }
    }

    private static void check(URI address, RequestProfile profile, Reply reply) throws EndpointCheckException {
        String expected = ProfileText.format(profile);
        demand(reply.end() == End.COMPLETED, address, "status 200 and outcome completed", reply.toString());
        demand(Reply.text(reply.json(), "profile").equals(expected), address, "profile " + expected, reply.body());
        demand(reply.budget().isPresent(), address, "a Server-Timing with every part", reply.serverTiming());
    }

    private Reply ask(URI address) throws InterruptedException, EndpointCheckException {
        try {
            return connections.ask(address, CHECK_TIMEOUT).toFuture().get();
        } catch (ExecutionException e) {
            throw new EndpointCheckException("GET " + address + ": " + e.getCause());
        }
    }

    private static void demand(boolean holds, URI address, String expected, String seen) throws EndpointCheckException {
        if (!holds) {
            throw new EndpointCheckException("GET " + address + ": expected " + expected + ", got " + seen);
        }
    }

    private static Duration cpu() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean process
                ? Duration.ofNanos(process.getProcessCpuTime())
                : Duration.ZERO;
    }

    @Override
    public void close() {
        connections.close();
    }
}
