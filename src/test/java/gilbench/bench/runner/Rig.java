package gilbench.bench.runner;

import gilbench.bench.load.LoadDriver;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.RunResult;
import gilbench.scenario.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A plan runner between fakes. */
final class Rig {
    final FakeClock clock = new FakeClock();
    final List<Double> progress = new ArrayList<>();
    FakeStore store = new FakeStore();
    FakeMachinery machinery = new FakeMachinery();
    FakeDriver driver = new FakeDriver(clock);

    RunResult run(Plan plan) throws InterruptedException {
        return new SequentialPlanRunner(
                        plan,
                        machinery,
                        driver,
                        store,
                        (what, done, remaining) -> progress.add(done),
                        clock,
                        Rig::meter)
                .run();
    }

    /** A driver that shows {@code change} of what an ideal service would show. */
    void measuring(UnaryOperator<Measurement> change) {
        driver = new FakeDriver(clock) {
            @Override
            public Measurement drive(LoadRequest request) throws InterruptedException {
                return change.apply(super.drive(request));
            }
        };
    }

    /** A driver that is interrupted in the drive of a trial number {@code n}, from 1. */
    void interruptedInDrive(int n) {
        driver = new FakeDriver(clock) {
            private int measured;

            @Override
            public Measurement drive(LoadRequest request) throws InterruptedException {
                if (ofTrial(request) && ++measured == n) {
                    throw new InterruptedException();
                }
                return super.drive(request);
            }
        };
    }

    static boolean ofTrial(LoadDriver.LoadRequest request) {
        return request.profile().equals(Plans.CPU) || request.profile().equals(Plans.IO);
    }

    private static CpuMeter.Metered meter(
            Machinery.Handle process, Duration leadIn, Duration window, CpuMeter.Drive drive)
            throws InterruptedException {
        return new CpuMeter.Metered(drive.run(() -> {}), Duration.ofMillis(500));
    }
}
