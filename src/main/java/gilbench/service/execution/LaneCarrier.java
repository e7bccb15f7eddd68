package gilbench.service.execution;

import gilbench.scenario.Calibration;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.InterpreterKind;
import gilbench.service.gil.GilStatistics;
import gilbench.service.gil.StepTimes;
import gilbench.service.interpreter.Burner;
import gilbench.service.interpreter.DelayPort;
import gilbench.service.interpreter.PythonInterpreter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Lanes in one process: a request stays on the lane that was least loaded when it arrived. */
final class LaneCarrier implements Carrier {
    private final List<Lane> lanes;
    private final ReentrantLock choosing = new ReentrantLock();

    LaneCarrier(List<? extends Lane> lanes) {
        this.lanes = List.copyOf(lanes);
    }

    static Carrier create(Deployment deployment, Calibration calibration, DelayPort delays) {
        Burner burner = Burner.create();
        return over(
                deployment,
                IntStream.range(0, interpreters(deployment))
                        .mapToObj(_ -> PythonInterpreter.create(deployment.interpreter(), burner, calibration))
                        .toList(),
                delays);
    }

    /** One lane per interpreter; the places of those who wait are shared by all lanes. */
    static Carrier over(Deployment deployment, List<? extends PythonInterpreter> interpreters, DelayPort delays) {
        Semaphore places = new Semaphore(deployment.queue());
        Function<PythonInterpreter, Lane> lane = interpreter -> switch (deployment.model()) {
            case THREAD_PER_REQUEST, WORKER_PROCESSES ->
                ThreadLane.platform(interpreter, delays, deployment.threads(), places);
            case VIRTUAL_THREADS -> ThreadLane.virtual(interpreter, delays);
            case EVENT_LOOP -> LoopLane.start(interpreter, delays, places);
        };
        return new LaneCarrier(interpreters.stream().map(lane).toList());
    }

    private static int interpreters(Deployment deployment) {
        boolean several = deployment.interpreter().kind() == InterpreterKind.PER_INTERPRETER_GIL
                && deployment.model() != ConcurrencyModel.WORKER_PROCESSES;
        return several ? deployment.workers() : 1;
    }

    @Override
    public boolean accept(Request request) {
        if (lanes.size() == 1) {
            return lanes.getFirst().accept(request);
        }
        choosing.lock();
        try {
            return lanes.stream()
                    .min(Comparator.comparingInt(Lane::load))
                    .orElseThrow()
                    .accept(request);
        } finally {
            choosing.unlock();
        }
    }

    @Override
    public void withdraw(Request request) {
        for (Lane lane : lanes) {
            if (lane.withdraw(request)) {
                return;
            }
        }
    }

    @Override
    public int queued() {
        return lanes.stream().mapToInt(Lane::queued).sum();
    }

    @Override
    public List<GilStatistics> gils() {
        return lanes.stream().map(Lane::gil).toList();
    }

    @Override
    public List<StepTimes> steps() {
        return lanes.stream().map(Lane::steps).toList();
    }

    @Override
    public void close() {
        lanes.forEach(Lane::close);
    }
}
