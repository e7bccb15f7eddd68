package gilbench.bench.runner;

import gilbench.bench.result.Launch;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.Trial;
import gilbench.scenario.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps everything in memory. */
final class FakeStore implements RunStore {
    private Optional<Calibration> calibration = Optional.empty();
    private final List<Launch> launches = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private final List<RunResult> written = new ArrayList<>();

    @Override
    public Optional<Calibration> calibration() {
        return calibration;
    }

    @Override
    public List<Launch> launches() {
        return List.copyOf(launches);
    }

    @Override
    public List<Trial> trials() {
        return List.copyOf(trials);
    }

    List<RunResult> written() {
        return List.copyOf(written);
    }

    @Override
    public void keep(Calibration measured) {
        calibration = Optional.of(measured);
    }

    @Override
    public void keep(Launch launch) {
        launches.add(launch);
    }

    @Override
    public void keep(Trial trial) {
        trials.add(trial);
    }

    @Override
    public void write(RunResult result) {
        written.add(result);
    }
}
