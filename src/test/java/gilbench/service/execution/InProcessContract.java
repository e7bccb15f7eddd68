package gilbench.service.execution;

import gilbench.scenario.Deployment;
import gilbench.service.interpreter.Burner;
import gilbench.service.interpreter.PythonInterpreter;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The contract for models in this process, where held requests are released by a latch. */
abstract class InProcessContract extends ExecutionContract {
    private final CountDownLatch released = new CountDownLatch(1);

    @Override
    protected final Execution start(Deployment deployment) {
        PythonInterpreter real = PythonInterpreter.create(deployment.interpreter(), Burner.create(), CALIBRATION);
        Carrier carrier =
                LaneCarrier.over(deployment, List.of(new HoldingInterpreter(real, HOLD, released)), new TimedDelays());
        return Execution.of(carrier, deployment, CALIBRATION);
    }

    @Override
    protected final void release() {
        released.countDown();
    }
}
