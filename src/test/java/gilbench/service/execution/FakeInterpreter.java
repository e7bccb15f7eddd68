package gilbench.service.execution;

import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.service.gil.Gil;
import gilbench.service.gil.GilStatistics;
import gilbench.service.interpreter.DelayPort;
import gilbench.service.interpreter.Ledger;
import gilbench.service.interpreter.PythonInterpreter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** Writes down what is done to it; every step lasts until it is allowed to go on. */
final class FakeInterpreter implements PythonInterpreter, Gil {
    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Semaphore allowed = new Semaphore(0);
    private final CountDownLatch begun = new CountDownLatch(1);

    /** What was done, in order. */
    List<String> log() {
        return log;
    }

    /** Lets this many steps go on, now or later. */
    void allow(int steps) {
        allowed.release(steps);
    }

    /** Waits until the first step has begun. */
    void awaitBegun() throws InterruptedException {
        begun.await();
    }

    @Override
    public Gil gil() {
        return this;
    }

    @Override
    public boolean run(RequestProfile profile, DelayPort delays, long deadline, Ledger ledger) {
        profile.steps().forEach(step -> runCpuStep(step, ledger));
        return true;
    }

    @Override
    public void runCpuStep(Step step, Ledger ledger) {
        log.add(step.kind().label() + step.duration().toNanos());
        begun.countDown();
        allowed.acquireUninterruptibly();
    }

    @Override
    public long take() {
        log.add("take");
        return 0;
    }

    @Override
    public long drop() {
        log.add("drop");
        return 0;
    }

    @Override
    public boolean dropRequested() {
        return false;
    }

    @Override
    public GilStatistics statistics() {
        return GilStatistics.ZERO;
    }
}
