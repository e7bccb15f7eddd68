package gilbench.bench.judge;

import gilbench.bench.result.Block;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.InFlight;
import gilbench.bench.result.MeanBudget;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.Trial.LoadTrial;
import gilbench.bench.result.Trial.ProgramTrial;
import gilbench.bench.stats.Distribution;
import gilbench.scenario.Arrangement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.TimeBudget;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A measurement of an open workload of 100/s for 20 s, 50 ms each, healthy unless told otherwise. */
record Observed(
        Workload workload,
        long due,
        long started,
        long dropped,
        Map<End, Long> ends,
        Distribution responseTime,
        Distribution sendLag,
        InFlight inFlight,
        Duration generatorCpu) {
    static final Duration WINDOW = Duration.ofSeconds(20);

    static Observed healthy() {
        return new Observed(
                new Workload.Open(ArrivalPattern.POISSON, 100),
                2000,
                2000,
                0,
                Map.of(End.COMPLETED, 2000L),
                times(2000, 50),
                times(2000, 0.1),
                new InFlight(5, 5, 5, 12),
                Duration.ofSeconds(4));
    }

    /** {@code n} times of {@code millis}. */
    static Distribution times(long n, double millis) {
        Distribution.Recorder recorder = Distribution.recorder();
        for (long i = 0; i < n; i++) {
            recorder.record(Math.round(millis * 1e6));
        }
        return recorder.snapshot();
    }

    static Distribution times(long n, double millis, long more, double moreMillis) {
        return Distribution.merge(List.of(times(n, millis), times(more, moreMillis)));
    }

    Observed counts(long newDue, long newStarted, long newDropped) {
        return new Observed(
                workload, newDue, newStarted, newDropped, ends, responseTime, sendLag, inFlight, generatorCpu);
    }

    Observed ends(Map<End, Long> other) {
        return new Observed(workload, due, started, dropped, other, responseTime, sendLag, inFlight, generatorCpu);
    }

    Observed responseTime(Distribution other) {
        return new Observed(workload, due, started, dropped, ends, other, sendLag, inFlight, generatorCpu);
    }

    Observed sendLag(Distribution other) {
        return new Observed(workload, due, started, dropped, ends, responseTime, other, inFlight, generatorCpu);
    }

    Observed inFlight(InFlight other) {
        return new Observed(workload, due, started, dropped, ends, responseTime, sendLag, other, generatorCpu);
    }

    Observed generatorCpu(Duration other) {
        return new Observed(workload, due, started, dropped, ends, responseTime, sendLag, inFlight, other);
    }

    Observed workload(Workload other) {
        return new Observed(other, due, started, dropped, ends, responseTime, sendLag, inFlight, generatorCpu);
    }

    Measurement measurement() {
        long completed = ends.getOrDefault(End.COMPLETED, 0L);
        return new Measurement(
                workload,
                WINDOW,
                due,
                started,
                dropped,
                ends,
                responseTime,
                responseTime,
                responseTime,
                sendLag,
                new MeanBudget(completed, TimeBudget.within(50_000_000, 0, 0, 10_000_000, 0, 40_000_000)),
                inFlight,
                Collections.nCopies(20, completed / 20),
                generatorCpu);
    }

    LoadTrial trial(String deployment, int launch, List<Finding> findings) {
        String point = workload instanceof Workload.Open open ? Quote.plain(open.rate()) + "/s" : "users";
        return new LoadTrial(
                new CellKey(deployment, "load", point),
                launch,
                launch,
                measurement(),
                OptionalDouble.empty(),
                Duration.ofSeconds(2),
                findings);
    }

    /** A program of the CPU kind, each block given by its serial and its together time in milliseconds. */
    static ProgramTrial program(
            String deployment, String experiment, int launch, List<Finding> findings, int... millis) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < millis.length; i += 2) {
            blocks.add(new Block(arrangements(millis[i], millis[i + 1]), arrangements(400, 200)));
        }
        return new ProgramTrial(new CellKey(deployment, experiment, "program"), launch, launch, 2, blocks, findings);
    }

    private static Map<Arrangement, Duration> arrangements(int serial, int together) {
        return Map.of(Arrangement.SERIAL, Duration.ofMillis(serial), Arrangement.TOGETHER, Duration.ofMillis(together));
    }
}
