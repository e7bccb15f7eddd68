package gilbench.cpython;

import gilbench.scenario.Deployment;
import gilbench.scenario.PythonRuntime;
import gilbench.service.downstream.DelayServer;
import gilbench.service.execution.Execution;
import gilbench.service.execution.ExecutionContract;
import gilbench.service.execution.TimedDelays;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract on real CPython with a real delay service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CpythonContract extends ExecutionContract {
    @SuppressWarnings("NullAway.Init")
    private Python python;

    @SuppressWarnings("NullAway.Init")
    private DelayServer delays;

    @BeforeAll
    final void startDelays() throws Exception {
        python = Pythons.any();
        delays = DelayServer.start("127.0.0.1", 0);
        register("""
                {"request": {"method": "GET", "urlPath": "/delay-ms/%d"}, "response": {"status": 500}}
                """.formatted(TimedDelays.FAILING.toMillis()));
    }

    private void register(String mapping) throws Exception {
        URI admin = delays.uri().resolve("/__admin/mappings");
        try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(
                    HttpRequest.newBuilder(admin)
                            .POST(BodyPublishers.ofString(mapping))
                            .build(),
                    BodyHandlers.discarding());
        }
    }

    @AfterAll
    final void stopDelays() {
        delays.close();
    }

    @Override
    protected final PythonRuntime runtime() {
        return PythonRuntime.CPYTHON;
    }

    @Override
    protected final int workers() {
        return 1;
    }

    @Override
    protected final String failure() {
        return "delay service answered 500 to /delay-ms/13";
    }

    @Override
    protected final Execution start(Deployment deployment) throws Exception {
        return RealPools.start(python, deployment, delays.uri());
    }
}
