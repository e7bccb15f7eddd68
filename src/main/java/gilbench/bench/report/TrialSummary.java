package gilbench.bench.report;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import gilbench.bench.result.Block;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.InFlight;
import gilbench.bench.result.MeanBudget;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.Trial;
import gilbench.bench.result.Verdict;
import gilbench.bench.stats.Distribution;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A trial without its raw distributions. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TrialSummary.OfLoad.class, name = "load"),
    @JsonSubTypes.Type(value = TrialSummary.OfProgram.class, name = "program")
})
sealed interface TrialSummary {
    static TrialSummary of(Trial trial) {
        return switch (trial) {
            case Trial.LoadTrial load -> OfLoad.of(load);
            case Trial.ProgramTrial program ->
                new OfProgram(
                        program.cell(),
                        program.launch(),
                        program.order(),
                        program.verdict(),
                        program.findings(),
                        program.requests(),
                        program.blocks());
        };
    }

    /** Blocks of a program. */
    record OfProgram(
            CellKey cell,
            int launch,
            int order,
            Verdict verdict,
            List<Finding> findings,
            int requests,
            List<Block> blocks)
            implements TrialSummary {}

    /** A window of a load. */
    record OfLoad(
            CellKey cell,
            int launch,
            int order,
            Verdict verdict,
            List<Finding> findings,
            Workload workload,
            OptionalDouble capacityShare,
            Duration window,
            long due,
            long started,
            long dropped,
            Map<End, Long> ends,
            double throughput,
            Times responseTime,
            Times completedResponseTime,
            Times serviceTime,
            Times sendLag,
            MeanBudget budget,
            InFlight inFlight,
            List<Long> endsPerSecond,
            Duration generatorCpu,
            Duration serviceCpu)
            implements TrialSummary {
        private static OfLoad of(Trial.LoadTrial trial) {
            Measurement measurement = trial.measurement();
            return new OfLoad(
                    trial.cell(),
                    trial.launch(),
                    trial.order(),
                    trial.verdict(),
                    trial.findings(),
                    measurement.workload(),
                    trial.capacityShare(),
                    measurement.window(),
                    measurement.due(),
                    measurement.started(),
                    measurement.dropped(),
                    measurement.ends(),
                    measurement.throughput(),
                    Times.of(measurement.responseTime()),
                    Times.of(measurement.completedResponseTime()),
                    Times.of(measurement.serviceTime()),
                    Times.of(measurement.sendLag()),
                    measurement.budget(),
                    measurement.inFlight(),
                    measurement.endsPerSecond(),
                    measurement.generatorCpu(),
                    trial.serviceCpu());
        }
    }

    /** A distribution in seconds. */
    record Times(
            long n,
            double mean,
            OptionalDouble p50,
            OptionalDouble p90,
            OptionalDouble p95,
            OptionalDouble p99,
            double max) {
        static Times of(Distribution times) {
            return new Times(
                    times.count(),
                    times.mean(),
                    times.quantile(0.5),
                    times.quantile(0.9),
                    times.quantile(0.95),
                    times.quantile(0.99),
                    times.max());
        }
    }
}
