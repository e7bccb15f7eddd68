package gilbench.bench.result;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/** One measurement of one cell within one launch. */
public sealed interface Trial {
    /** The cell. */
    CellKey cell();

    /** The number of the launch in the run, from 0. */
    int launch();

    /** The place of this trial in the order of the run, from 0. */
    int order();

    /** What was noticed. */
    List<Finding> findings();

    /** What it is worth. */
    default Verdict verdict() {
        return findings().stream().map(Finding::verdict).reduce(Verdict.VALID, Verdict::and);
    }

    /**
     * A load observed for a window.
     *
     * @param capacityShare offered load as a share of the deployment's capacity, where that is known
     * @param serviceCpu processor time of the service and its workers in the window
     */
    record LoadTrial(
            CellKey cell,
            int launch,
            int order,
            Measurement measurement,
            OptionalDouble capacityShare,
            Duration serviceCpu,
            List<Finding> findings)
            implements Trial {
        /** Copies the list. */
        public LoadTrial {
            findings = List.copyOf(findings);
        }
    }

    /** A program timed in blocks. */
    record ProgramTrial(CellKey cell, int launch, int order, int requests, List<Block> blocks, List<Finding> findings)
            implements Trial {
        /** Copies the lists. */
        public ProgramTrial {
            blocks = List.copyOf(blocks);
            findings = List.copyOf(findings);
        }
    }
}
