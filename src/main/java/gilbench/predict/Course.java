package gilbench.predict;

import gilbench.predict.Model.Carrier;
import gilbench.scenario.StepKind;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a thread does for one kind of request, step after step: what the request asks for, and the calls around it.
 *
 * <p>A release of the GIL costs its holder processor time; that of all releases is paid in the first {@code python} step.
 */
final class Course {
    /** What each step is; see {@link Threads}. */
    final byte[] works;

    /** How long each step is. */
    final Delay[] demands;

    private Course(List<Byte> works, List<Delay> demands) {
        this.works = new byte[works.size()];
        for (int i = 0; i < works.size(); i++) {
            this.works[i] = works.get(i);
        }
        this.demands = demands.toArray(Delay[]::new);
    }

    /** The course of {@code kind}. */
    static Course of(RequestKind kind, Carrier carrier, Costs costs) {
        boolean loop = carrier == Carrier.LOOP;
        List<Byte> works = new ArrayList<>();
        List<Delay> demands = new ArrayList<>();
        call(works, demands, Threads.CALL, loop ? costs.read() : 0);
        for (int i = 0; i < kind.steps().size(); i++) {
            boolean io = kind.steps().get(i) == StepKind.IO;
            call(works, demands, Threads.CALL, io ? costs.send() : 0);
            works.add(work(kind.steps().get(i)));
            demands.add(kind.demands().get(i));
            call(works, demands, Threads.CALL, io && loop ? costs.receive() : 0);
        }
        call(works, demands, Threads.WRITE, costs.write());
        payReleases(works, demands, costs.release());
        return new Course(works, demands);
    }

    private static void call(List<Byte> works, List<Delay> demands, byte work, long nanos) {
        if (nanos > 0) {
            works.add(work);
            demands.add(Delay.constant(nanos));
        }
    }

    private static void payReleases(List<Byte> works, List<Delay> demands, long each) {
        long price = each * works.stream().filter(Threads::releases).count();
        if (price == 0) {
            return;
        }
        int first = works.indexOf(Threads.PYTHON);
        if (first < 0) {
            works.addFirst(Threads.PYTHON);
            demands.addFirst(Delay.constant(price));
        } else {
            demands.set(first, demands.get(first).plus(Delay.constant(price)));
        }
    }

    /** Those of all kinds of requests. */
    static Course[] all(Model model) {
        return model.kinds().stream()
                .map(kind -> of(kind, model.carrier(), model.costs()))
                .toArray(Course[]::new);
    }

    private static byte work(StepKind step) {
        return switch (step) {
            case PYTHON -> Threads.PYTHON;
            case OPAQUE -> Threads.OPAQUE;
            case NATIVE -> Threads.NATIVE;
            case IO -> Threads.IO;
        };
    }
}
