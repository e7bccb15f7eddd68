package gilbench.profile;

import gilbench.bench.load.LoadDriver;
import gilbench.bench.result.End;
import gilbench.bench.result.InFlight;
import gilbench.bench.result.MeanBudget;
import gilbench.bench.result.Measurement;
import gilbench.bench.stats.Distribution;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A service without processes, and the driver of it: each request costs 2 ms of one thread, and takes 10 ms. */
final class FakeService implements ProcessTree {
    static final URI ADDRESS = URI.create("http://127.0.0.1:8000/work");

    private final Map<Long, Long> used = new ConcurrentHashMap<>(Map.of(1L, 0L, 2L, 0L));
    private final End end;
    private final int processes;
    private int connections;
    private int requests;

    FakeService(End end, int processes) {
        this.end = end;
        this.processes = processes;
    }

    int requests() {
        return requests;
    }

    int connections() {
        return connections;
    }

    @Override
    public TreeTime time() {
        Map<Long, ProcessTime> times = new HashMap<>();
        used.forEach((pid, nanos) -> times.put(pid, new ProcessTime(Map.of(pid, nanos), 0, 0)));
        return new TreeTime(times);
    }

    @Override
    public Set<Long> listening(int port) {
        return port == 8000 ? Set.of(1L, 2L) : Set.of();
    }

    @Override
    public String program(long pid) {
        return "python3.13";
    }

    /** New connections; those of every second set go to one process. */
    LoadDriver connected() {
        boolean apart = processes > 1 && connections++ % 2 == 0;
        return new LoadDriver() {
            @Override
            public Measurement drive(LoadRequest request) {
                return answered(request, apart);
            }

            @Override
            public void check(URI service, RequestProfile profile) {
                requests++;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    private Measurement answered(LoadDriver.LoadRequest request, boolean apart) {
        int together = ((Workload.Closed) request.workload()).users();
        requests += together;
        for (int i = 0; i < together; i++) {
            used.merge(apart && i == 1 ? 2L : 1L, processes == 0 ? 0L : 2_000_000L, Long::sum);
        }
        return new Measurement(
                request.workload(),
                Duration.ofMillis(8 + 2L * together),
                together,
                together,
                0,
                Map.of(end, (long) together),
                Distribution.empty(),
                Distribution.empty(),
                Distribution.empty(),
                Distribution.empty(),
                MeanBudget.NONE,
                new InFlight(0, 0, 0, together),
                List.of(),
                Duration.ZERO);
    }
}
