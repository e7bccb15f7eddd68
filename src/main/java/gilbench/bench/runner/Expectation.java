package gilbench.bench.runner;

import gilbench.scenario.Arrangement;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Experiment;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import java.time.Duration;

/** How long the parts of a run are expected to take on a machine of two ordinary cores; a little pessimistic. */
final class Expectation {
    /** Calibrating in a fresh process. */
    static final Duration CALIBRATION = Duration.ofSeconds(3);

    /** Starting the plain burners. */
    static final Duration BURNERS = Duration.ofMillis(1200);

    /** Starting the delay service, registering the delays and calibrating it. */
    static final Duration DELAY_SERVICE = Duration.ofSeconds(5);

    /** Measuring the parallel speed-up of the machine. */
    static final Duration SPEEDUP = Duration.ofMillis(2500);

    /** Judging and writing the reports. */
    static final Duration REPORT = Duration.ofMillis(1500);

    private static final Duration START = Duration.ofSeconds(3);
    private static final Duration START_WORKERS = Duration.ofSeconds(1);
    private static final Duration CHECK = Duration.ofMillis(300);
    private static final Duration BURNER_SPEEDS = Duration.ofMillis(300);
    private static final Duration STOP = Duration.ofMillis(500);
    private static final Duration BETWEEN_TRIALS = Duration.ofMillis(100);

    private Expectation() {}

    /** A launch without its warm-up and trials. */
    static Duration aroundLaunch(Deployment deployment) {
        return START.plus(CHECK)
                .plus(BURNER_SPEEDS)
                .plus(STOP)
                .plus(deployment.model() == ConcurrencyModel.WORKER_PROCESSES ? START_WORKERS : Duration.ZERO);
    }

    /** One point of a load: lead-in, window, and the backlog that a point above capacity leaves behind. */
    static Duration of(Experiment.Load load, LoadPoint point) {
        double excess = point instanceof LoadPoint.OfCapacity(var pattern, double share) ? Math.max(0, share - 1) : 0;
        return LoadTrials.leadIn(load)
                .plus(load.window())
                .plus(load.profile().ideal())
                .plus(scaled(load.window(), excess))
                .plus(BETWEEN_TRIALS);
    }

    /** All blocks of a program. */
    static Duration of(Experiment.Program program, Deployment deployment) {
        Duration block = Duration.ZERO;
        for (Arrangement arrangement : program.arrangements()) {
            block = block.plus(service(program, arrangement, deployment));
            if (comparedWithBurners(program)) {
                block = block.plus(burners(program, arrangement, deployment.cores()));
            }
        }
        return block.multipliedBy(program.blocks()).plus(BETWEEN_TRIALS);
    }

    /** Whether plain burners can be compared with {@code trial}. */
    static boolean comparedWithBurners(PlannedTrial trial) {
        return trial instanceof PlannedTrial.OfProgram program && comparedWithBurners(program.experiment());
    }

    /** Whether plain burners can be compared with {@code program}: it does nothing but burn processor time. */
    static boolean comparedWithBurners(Experiment.Program program) {
        return program.profile().sum(StepKind.IO).isZero()
                && !program.profile().cpu().isZero();
    }

    private static Duration service(Experiment.Program program, Arrangement arrangement, Deployment deployment) {
        RequestProfile profile = program.profile();
        Duration cpu = scaled(profile.cpu(), deployment.interpreter().overhead());
        Duration serial = cpu.plus(profile.sum(StepKind.IO)).multipliedBy(program.requests());
        if (arrangement == Arrangement.SERIAL) {
            return serial;
        }
        int atOnce = Math.min(program.requests(), inParallel(deployment));
        Duration waiting = deployment.threadBound()
                ? profile.sum(StepKind.IO)
                        .multipliedBy(rounds(program.requests(), deployment.workers() * deployment.threads()))
                : profile.sum(StepKind.IO);
        return scaled(cpu, (double) program.requests() / atOnce).plus(waiting);
    }

    private static Duration burners(Experiment.Program program, Arrangement arrangement, int cores) {
        int atOnce = arrangement == Arrangement.SERIAL ? 1 : Math.min(program.requests(), cores);
        return scaled(program.profile().cpu(), (double) program.requests() / atOnce);
    }

    private static int inParallel(Deployment deployment) {
        return deployment.interpreter().kind() == InterpreterKind.FREE_THREADED
                ? deployment.cores()
                : Math.min(deployment.cores(), deployment.workers());
    }

    private static int rounds(int requests, int places) {
        return Math.ceilDiv(requests, places);
    }

    private static Duration scaled(Duration duration, double factor) {
        return Duration.ofNanos(Math.round(duration.toNanos() * factor));
    }
}
