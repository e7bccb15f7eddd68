package gilbench.bench.runner;

import gilbench.bench.result.Launch;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.Trial;
import gilbench.scenario.Calibration;
import java.util.List;
import java.util.Optional;

/** Where a run keeps what it has, trial by trial, so that nothing is lost when it is interrupted. */
public interface RunStore {
    /** The calibration of the run that is being resumed, if there is one. */
    Optional<Calibration> calibration();

    /** The launches kept so far. */
    List<Launch> launches();

    /** The trials kept so far, in their order. */
    List<Trial> trials();

    /** Keeps the calibration. */
    void keep(Calibration calibration);

    /** Keeps a launch. */
    void keep(Launch launch);

    /** Keeps a trial. */
    void keep(Trial trial);

    /** Writes the whole result in every form. */
    void write(RunResult result);
}
