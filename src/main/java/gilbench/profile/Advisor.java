package gilbench.profile;

import gilbench.bench.stats.Estimate;
import gilbench.scenario.Defaults;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;

/**
 * Computes what changes of a deployment would do.
 *
 * @param machine the interpreter and the machine
 * @param cores processors
 * @param threads of each process, where that is known
 */
public record Advisor(InterpreterProfile machine, int cores, OptionalInt threads) {
    /** Of the capacity of today's shape, when no rate is asked for. */
    private static final double LOAD = 0.7;

    private static final int MOST_WORKERS = 256;
    private static final int MOST_THREADS = 4096;
    private static final int MORE_THAN_ONE = 8;

    /** What serves now. */
    public Shape today(Diagnosis found) {
        Shape loop = new Shape(Shape.Kind.LOOP, found.workers(), 1, machine.interpreter(), cores);
        return switch (found.cost()) {
            case Cost.Sum sum -> sum.blocks() ? loop.withThreads(1) : loop;
            case Cost.Separate _ -> loop.withThreads(threads.orElse(Math.max(found.threads(), Defaults.THREADS)));
        };
    }

    /** {@code found} with the number of calls without the GIL that {@code crowd} tells, where threads serve. */
    public Diagnosis informed(Diagnosis found, Crowd crowd) {
        if (!(found.costAmongOthers() instanceof Cost.Separate cost) || !crowd.tells()) {
            return found;
        }
        Calls calls = new Calls(cost, today(found), machine.times(), crowd);
        return found.inCalls(calls.of(crowd.cores()));
    }

    /**
     * Today's shape first, then what may help.
     *
     * @param rate at which response times are wanted; 0.7 of today's capacity when there is none
     * @param progress told which share is done
     */
    public List<Outlook> outlooks(Diagnosis found, OptionalDouble rate, DoubleConsumer progress) {
        Forecast forecast = new Forecast(found.costAmongOthers(), machine.times());
        Map<String, Shape> shapes = shapes(today(found));
        List<Outlook> outlooks = new ArrayList<>();
        double asked = rate.orElse(0);
        for (Map.Entry<String, Shape> each : shapes.entrySet()) {
            Estimate capacity = forecast.capacity(each.getValue());
            asked = asked > 0 ? asked : LOAD * capacity.value();
            outlooks.add(new Outlook(
                    each.getKey(),
                    each.getValue(),
                    capacity,
                    forecast.binding(each.getValue()),
                    forecast.at(each.getValue(), asked)));
            progress.accept((double) outlooks.size() / shapes.size());
        }
        return outlooks;
    }

    private static Map<String, Shape> shapes(Shape today) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("as it is", today);
        if (today.workers() < MOST_WORKERS) {
            shapes.put("one more worker process", today.withWorkers(today.workers() + 1));
        }
        int threads = moreThreads(today);
        shapes.put(today.kind() == Shape.Kind.LOOP ? "threads" : "more threads", today.withThreads(threads));
        if (today.kind() == Shape.Kind.THREADS) {
            shapes.put("asyncio", today.withLoop());
        }
        if (today.interpreter().kind() != InterpreterKind.FREE_THREADED) {
            Shape threaded = today.withThreads(Math.max(threads / 2, Math.max(MORE_THAN_ONE, today.threads())));
            shapes.put("free-threaded Python, threads", threaded.with(Interpreter.of(InterpreterKind.FREE_THREADED)));
        }
        return shapes;
    }

    private static int moreThreads(Shape today) {
        return switch (today.kind()) {
            case LOOP -> Defaults.THREADS;
            case THREADS -> Math.min(MOST_THREADS, today.threads() == 1 ? MORE_THAN_ONE : 2 * today.threads());
        };
    }
}
