package gilbench.service.execution;

import gilbench.scenario.RequestProfile;
import gilbench.scenario.Step;
import gilbench.service.gil.Gil;
import gilbench.service.interpreter.DelayPort;
import gilbench.service.interpreter.Ledger;
import gilbench.service.interpreter.PythonInterpreter;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** An interpreter in which the steps of one profile last until they are released. */
record HoldingInterpreter(PythonInterpreter real, RequestProfile hold, CountDownLatch released)
        implements PythonInterpreter {
    @Override
    public Gil gil() {
        return real.gil();
    }

    @Override
    public boolean run(RequestProfile profile, DelayPort delays, long deadline, Ledger ledger)
            throws IOException, InterruptedException {
        if (!profile.equals(hold)) {
            return real.run(profile, delays, deadline, ledger);
        }
        released.await();
        return true;
    }

    @Override
    public void runCpuStep(Step step, Ledger ledger) {
        if (!step.equals(hold.steps().getFirst())) {
            real.runCpuStep(step, ledger);
            return;
        }
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
