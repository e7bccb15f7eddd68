package gilbench.cli;

import gilbench.bench.report.ProgressLine;
import gilbench.bench.runner.RunClock;
import gilbench.cpython.Python;
import gilbench.cpython.validate.ExperimentList;
import gilbench.cpython.validate.Sides;
import gilbench.cpython.validate.Validation;
import gilbench.cpython.validate.ValidationResult;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterProfile;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A validation against one Python, in processes of its own.
 *
 * @param run the name of the run
 * @param profile what predictions are made with
 * @param mostForeign how much of one core other processes may use during an observation
 */
record ValidationOfPython(String run, Python python, InterpreterProfile profile, double mostForeign) {
    /**
     * Calibrates and carries the experiments out; says on standard error what stayed disturbed.
     *
     * @param store is given all results so far after each experiment
     */
    ValidationResult run(ExperimentList experiments, Consumer<ValidationResult> store) throws InterruptedException {
        try (ProgressLine progress = ProgressLine.onStandardError()) {
            ValidationCalibration calibration = new ValidationCalibration(
                    MachineLoad.ofThisMachine()::reading,
                    mostForeign,
                    RunClock.system(),
                    progress,
                    experiments.extent().limitOfCalibration());
            try (ProbeProcesses probes = ProbeProcesses.start(run, python, calibration);
                    ServedDeployments services = new ServedDeployments(threads -> sites(calibration, threads))) {
                PredictedCases predictor = new PredictedCases(deployment(), profile.times(), services::known);
                Sides sides = new Sides(probes, services, predictor, calibration);
                return new Validation(sides, experiments, mostForeign, RunClock.system(), progress)
                        .run(python.name(), store);
            }
        }
    }

    private ServedSites sites(ValidationCalibration calibration, int threads) {
        MeasuredPython measured = new MeasuredPython(python);
        ProcessMachinery machinery = new ProcessMachinery(run, Optional.of(measured), "the embedded driver");
        return new ServedSites(
                machinery,
                deployment().withThreads(threads),
                () -> calibration.ofServices(() -> {
                    measured.measure(profile.interpreter().kind());
                    return machinery.calibrate();
                }));
    }

    private Deployment deployment() {
        return Deployment.of(
                ConcurrencyModel.THREAD_PER_REQUEST,
                profile.interpreter(),
                Runtime.getRuntime().availableProcessors());
    }
}
