package gilbench.cli;

import gilbench.bench.runner.Progress;
import gilbench.bench.runner.RunClock;
import gilbench.cli.QuietCalibration.Observation;
import gilbench.cli.probe.ProbeJson;
import gilbench.cpython.probe.ProbeRunner.MachineReading;
import gilbench.cpython.validate.CalibrationCourse;
import gilbench.scenario.Calibration;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The calibrations of a validation: of the probes before the first experiment, of the services when they are first needed. */
final class ValidationCalibration implements ProbeProcesses.Watch, CalibrationCourse {
    private static final Duration LIMIT_OF_SERVICES = Duration.ofSeconds(20);

    private final Supplier<MachineReading> readings;
    private final double mostForeign;
    private final RunClock clock;
    private final QuietCalibration<Part> probes;
    private @Nullable QuietCalibration<Part> services;

    /**
     * Calibrations of which the first begins now.
     *
     * @param mostForeign how much of one core other processes may use during one
     * @param limit on the time of those of the probes
     */
    ValidationCalibration(
            Supplier<MachineReading> readings, double mostForeign, RunClock clock, Progress progress, Duration limit) {
        this.readings = readings;
        this.mostForeign = mostForeign;
        this.clock = clock;
        this.probes = new QuietCalibration<>(readings, mostForeign, clock, progress, limit);
    }

    /** What is calibrated. */
    enum Part implements QuietCalibration.Stage {
        /** A process of Python; hand-offs of the GIL take most of the time. */
        PYTHON("calibration of Python", 14),

        /** A process of the simulation. */
        SIMULATION("calibration of the simulation", 3),

        /** The work of the services that answer over HTTP. */
        SERVICES("calibration of the services over HTTP", 5);

        private final String title;
        private final int secondsFromHere;

        Part(String title, int secondsFromHere) {
            this.title = title;
            this.secondsFromHere = secondsFromHere;
        }

        @Override
        public String title() {
            return title;
        }

        @Override
        public int secondsFromHere() {
            return secondsFromHere;
        }
    }

    @Override
    public ProbeJson.Costs observe(Part part, Observation<ProbeJson.Costs> costs) throws InterruptedException {
        return probes.observe(part, costs);
    }

    /** What {@code calibration} of the services sees. */
    Calibration ofServices(Observation<Calibration> calibration) throws InterruptedException {
        QuietCalibration<Part> begun =
                new QuietCalibration<>(readings, mostForeign, clock, (_, _, _) -> {}, LIMIT_OF_SERVICES);
        services = begun;
        return begun.observe(Part.SERVICES, calibration);
    }

    @Override
    public Duration repeated() {
        return probes.discarded();
    }

    @Override
    public List<String> disturbed() {
        return Stream.concat(
                        probes.disturbed().stream(), services == null ? Stream.of() : services.disturbed().stream())
                .sorted()
                .map(Part::title)
                .toList();
    }
}
