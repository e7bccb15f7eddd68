package gilbench.cli;

import gilbench.cpython.probe.ProbeKind;
import gilbench.cpython.probe.ProbeTask;
import gilbench.cpython.probe.ProbeThreads;
import gilbench.predict.Act;
import gilbench.predict.Actors;
import gilbench.predict.Rehearsal;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Tasks of probes as rehearsals in virtual time. How unequal the shares of CPU threads are depends on the length of the window,
 * so that theirs is that of the task; else a long one.
 *
 * @param deployment whose interpreter and cores count
 */
record Rehearsals(Deployment deployment, MachineTimes times) {
    private static final Duration WARM_UP = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static final int FEW = 8;
    private static final int MANY = 30;

    /** So that the work of a thread is counted finely beside a slice. */
    private static final Duration CHUNK = Duration.ofMillis(1);

    /** {@code task} in {@code processes} processes; empty when it has threads that cannot be told by acts. */
    Optional<Rehearsal> of(int processes, ProbeTask task) {
        if (task.threads().stream().anyMatch(role -> role.kind() == ProbeKind.LOOP)) {
            return Optional.empty();
        }
        boolean ofShares = task.threads().getLast().kind() == ProbeKind.CPU;
        return Optional.of(new Rehearsal(
                processes(processes, task.interval()),
                times,
                task.threads().stream().map(this::actors).toList(),
                WARM_UP,
                ofShares ? task.window() : LONG,
                task.seed(),
                ofShares ? MANY : FEW));
    }

    private Deployment processes(int workers, Duration interval) {
        return new Deployment(
                ConcurrencyModel.WORKER_PROCESSES,
                deployment.interpreter().withSwitchInterval(interval),
                workers,
                deployment.threads(),
                deployment.queue(),
                deployment.maxInFlight(),
                deployment.cores(),
                deployment.deadline());
    }

    private Actors actors(ProbeThreads role) {
        return new Actors(acts(role), role.count());
    }

    private List<Act> acts(ProbeThreads role) {
        return switch (role.kind()) {
            case CPU -> List.of(Act.of(StepKind.PYTHON, CHUNK));
            case SLEEPER -> List.of(new Act(StepKind.IO, role.first(), role.second()));
            case ECHO -> List.of(Act.of(StepKind.NATIVE, times.send()), Act.of(StepKind.NATIVE, answer()));
            case RELEASED -> List.of(Act.of(StepKind.NATIVE, role.first()));
            case OPAQUE -> List.of(Act.of(StepKind.IO, role.second()), Act.of(StepKind.OPAQUE, role.first()));
            case MIXED -> List.of(Act.of(StepKind.PYTHON, role.first()), Act.of(StepKind.IO, role.second()));
            case LOOP -> List.of();
        };
    }

    /** From the end of a send until the next byte of the client is there and received: two wake-ups and two calls. */
    private Duration answer() {
        return times.wake().median().multipliedBy(2).plus(times.send()).plus(times.receive());
    }
}
