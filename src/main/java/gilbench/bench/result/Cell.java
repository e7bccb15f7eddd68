package gilbench.bench.result;

import gilbench.bench.stats.Estimate;
import gilbench.scenario.Arrangement;
import gilbench.scenario.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** What all trials of one cell say together. */
public sealed interface Cell {
    /** The cell. */
    CellKey key();

    /** What it is worth: the worst of its trials'. */
    Verdict verdict();

    /** What was noticed in its trials, each message once. */
    List<Finding> findings();

    /**
     * A workload point.
     *
     * @param trials how many trials
     * @param requests requests that ended in all windows
     * @param offered offered load, 1/s; for closed workloads the throughput
     * @param throughput completed requests, 1/s
     * @param responseTime all requests, seconds
     * @param completedResponseTime completed requests alone, seconds
     * @param serviceTime all requests, seconds
     * @param errors share of requests that did not complete
     * @param cpuPerRequest processor seconds of the service and its workers per completed request
     * @param utilisation empty where it was not observed
     * @param ends all trials
     */
    record LoadCell(
            CellKey key,
            Workload workload,
            OptionalDouble capacityShare,
            int trials,
            long requests,
            double offered,
            Estimate throughput,
            Latency responseTime,
            Latency completedResponseTime,
            Latency serviceTime,
            double errors,
            Estimate cpuPerRequest,
            MeanBudget budget,
            InFlight inFlight,
            Optional<Utilisation> utilisation,
            Map<End, Long> ends,
            Verdict verdict,
            List<Finding> findings)
            implements Cell {
        /** Copies the collections. */
        public LoadCell {
            ends = Map.copyOf(ends);
            findings = List.copyOf(findings);
        }
    }

    /**
     * A program.
     *
     * @param requests how many requests in each arrangement
     * @param blocks blocks of all launches
     * @param elapsed seconds of one arrangement, per block
     * @param speedup serial / together, where both were run: the median of the ratios of back-to-back pairs
     * @param machineSpeedup the same of plain burners
     * @param relative {@code speedup / machineSpeedup}, block by block
     */
    record ProgramCell(
            CellKey key,
            int requests,
            int blocks,
            Map<Arrangement, Estimate> elapsed,
            Optional<Estimate> speedup,
            Optional<Estimate> machineSpeedup,
            Optional<Estimate> relative,
            Verdict verdict,
            List<Finding> findings)
            implements Cell {
        /** Copies the collections. */
        public ProgramCell {
            elapsed = Map.copyOf(elapsed);
            findings = List.copyOf(findings);
        }
    }
}
