package gilbench.predict;

import gilbench.bench.arrival.Arrivals;
import gilbench.predict.Model.Load;
import java.util.SplittableRandom;

/** Who makes requests: a timetable, or users who wait for an answer and think. */
final class Callers {
    /** When a user whose request was turned away asks again, at the earliest. */
    private static final long RETRY = 1_000_000;

    private final Scene scene;
    private final Load load;
    private final double[] shares;
    private final SplittableRandom kindRandom;
    private final SplittableRandom thinkRandom;
    private final Arrivals arrivals;
    private int scripted;

    Callers(Scene scene, long arrivalSeed, SplittableRandom kindRandom, SplittableRandom thinkRandom) {
        this.scene = scene;
        this.load = scene.model.load();
        this.kindRandom = kindRandom;
        this.thinkRandom = thinkRandom;
        this.shares = cumulated(scene.model);
        this.arrivals = load instanceof Load.Open(var timetable) ? timetable.apply(arrivalSeed) : () -> Long.MAX_VALUE;
    }

    void start() {
        switch (load) {
            case Load.Open _ -> nextArrival();
            case Load.Script(var times) -> times.forEach(time -> scene.events.add(time, Kind.ARRIVAL, 0));
            case Load.Closed closed -> {
                for (int user = 0; user < closed.users(); user++) {
                    long first =
                            (long) (thinkRandom.nextDouble() * closed.think().draw(thinkRandom));
                    scene.events.add(first, Kind.USER, user);
                }
            }
            case Load.Repeated _ -> {}
        }
    }

    /** A request arrives, and the next one is announced; its kind. */
    int arrival() {
        if (load instanceof Load.Script) {
            return scripted++ % shares.length;
        }
        nextArrival();
        return kind();
    }

    /** The kind of one more request. */
    int kind() {
        if (shares.length == 1) {
            return 0;
        }
        double u = kindRandom.nextDouble();
        int kind = 0;
        while (kind < shares.length - 1 && u >= shares[kind]) {
            kind++;
        }
        return kind;
    }

    /** A request has its answer. */
    void answered(int user) {
        if (load instanceof Load.Closed(int _, Delay think)) {
            scene.events.add(scene.now + think.draw(thinkRandom), Kind.USER, user);
        }
    }

    /** A request was turned away. */
    void turnedAway(int user) {
        if (load instanceof Load.Closed(int _, Delay think) && user != Requests.NONE) {
            scene.events.add(scene.now + Math.max(RETRY, think.draw(thinkRandom)), Kind.USER, user);
        }
    }

    private void nextArrival() {
        long next = arrivals.next();
        if (next != Long.MAX_VALUE) {
            scene.events.add(next, Kind.ARRIVAL, 0);
        }
    }

    private static double[] cumulated(Model model) {
        double whole = model.kinds().stream().mapToDouble(RequestKind::weight).sum();
        double[] shares = new double[model.kinds().size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += model.kinds().get(i).weight();
            shares[i] = sum / whole;
        }
        return shares;
    }
}
