package gilbench.predict;

import gilbench.bench.arrival.Arrivals;
import gilbench.predict.Model.Carrier;
import gilbench.predict.Model.Choice;
import gilbench.predict.Model.Load;
import gilbench.scenario.StepKind;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One run of a {@link Model} in virtual time: no threads, no wall clock; equal seeds give equal runs.
 *
 * <p>Each source of randomness has a stream of its own that is split from the seed in a fixed order, so that deployments
 * that are compared see the same arrivals of the same kinds of requests.
 *
 * <p>A thread is either idle, or waits for a core, for its GIL, for a forced switch or for the delay service, or works; who
 * waits for anything but a core has none. Times are nanoseconds, and every sum of times is exact.
 */
final class Simulation {
    private static final int NONE = -1;

    /** When a user whose request was turned away asks again, at the earliest. */
    private static final long RETRY = 1_000_000;

    private final Model model;
    private final RequestKind[] kinds;
    private final byte[][] steps;
    private final Delay[][] demands;
    private final double[] shares;
    private final EventQueue events = new EventQueue();
    private final WaiterLinks links = new WaiterLinks();
    private final Threads threads = new Threads();
    private final Processors cores;
    private final VirtualGil[] gils;
    private final Requests requests;
    private final Window window;
    private final Trace trace;
    private final boolean slows;

    private final SplittableRandom kindRandom;
    private final SplittableRandom demandRandom;
    private final SplittableRandom choiceRandom;
    private final SplittableRandom thinkRandom;
    private final Arrivals arrivals;

    private final int[] load;
    private final int[] idle;
    private final int[][] idleThreads;
    private int waiting;
    private int mostInGroup;
    private boolean watchesDeadline;
    private int scripted;
    private long now;

    Simulation(Model model, long seed) {
        this(model, seed, Trace.NONE);
    }

    Simulation(Model model, long seed, Trace trace) {
        this.model = model;
        this.trace = trace;
        SplittableRandom root = new SplittableRandom(seed);
        long arrivalSeed = root.nextLong();
        kindRandom = root.split();
        demandRandom = root.split();
        choiceRandom = root.split();
        thinkRandom = root.split();
        SplittableRandom gilRandom = root.split();
        int groups = model.groups();
        kinds = model.kinds().toArray(RequestKind[]::new);
        steps = Arrays.stream(kinds).map(Simulation::works).toArray(byte[][]::new);
        demands = Arrays.stream(kinds)
                .map(kind -> kind.demands().toArray(Delay[]::new))
                .toArray(Delay[][]::new);
        shares = cumulated(kinds);
        cores = new Processors(model.cores().number(), model.cores().tick(), events);
        slows = model.cores().efficiency() < 1 && model.cores().number() > 1;
        gils = new VirtualGil[model.gil().isPresent() ? groups : 0];
        for (int g = 0; g < gils.length; g++) {
            gils[g] = new VirtualGil(g, model.gil().orElseThrow(), events, links, gilRandom.split());
        }
        requests = new Requests(groups);
        window = new Window(kinds.length);
        load = new int[groups];
        idle = new int[groups];
        idleThreads = new int[groups][];
        arrivals =
                model.load() instanceof Load.Open(var timetable) ? timetable.apply(arrivalSeed) : () -> Long.MAX_VALUE;
        start();
    }

    /**
     * Simulates a warm-up, then a measurement window.
     *
     * @param warmUp nanoseconds
     * @param length nanoseconds
     * @param mostEvents after which the window is cut short; a quarter of them at most is warm-up
     */
    Observation observe(long warmUp, long length, long mostEvents) {
        advance(warmUp, mostEvents / 4);
        window.open(now);
        cores.measureFrom(now);
        for (VirtualGil gil : gils) {
            gil.measureFrom(now);
        }
        boolean cutShort = !advance(now + length, mostEvents);
        cores.running(thread -> window.gave(threads.segmentStart[thread], now));
        return window.close(now, requests, cores, gils, mostInGroup, events.added(), cutShort);
    }

    /** Lets virtual time pass until {@code end}; false when {@code mostEvents} came first. */
    private boolean advance(long end, long mostEvents) {
        while (!events.isEmpty() && events.nextTime() < end) {
            if (events.added() > mostEvents) {
                return false;
            }
            long tag = events.take();
            now = events.time();
            happen(tag, EventQueue.kind(tag), EventQueue.id(tag));
        }
        now = end;
        return true;
    }

    private void happen(long tag, int kind, int id) {
        switch (kind) {
            case Kind.ARRIVAL -> arrive();
            case Kind.USER -> request(chosenKind(), id);
            case Kind.WORK_DONE -> workDone(id, tag);
            case Kind.IO_DONE -> ioDone(id);
            case Kind.WOKEN -> woken(id);
            case Kind.RESUME -> resumed(id);
            case Kind.TIMER -> timeout(id);
            case Kind.POLL -> poll(id, tag);
            case Kind.REQUEST -> {
                gils[id].late(tag);
                look(gils[id]);
            }
            case Kind.TICK -> tick();
            case Kind.DEADLINE -> deadline();
            case Kind.DISPATCHED -> begin(id);
            default -> throw new IllegalStateException("event of kind " + kind);
        }
    }

    // Arrivals

    private void start() {
        if (model.carrier() == Carrier.POOL || model.carrier() == Carrier.LOOP) {
            int each = model.carrier() == Carrier.LOOP ? 1 : model.threads();
            for (int group = 0; group < model.groups(); group++) {
                idleThreads[group] = new int[each];
                for (int i = each - 1; i >= 0; i--) {
                    idleThreads[group][idle[group]++] = newThread(group);
                }
            }
        }
        switch (model.load()) {
            case Load.Open _ -> nextArrival();
            case Load.Script(var times) -> times.forEach(time -> events.add(time, Kind.ARRIVAL, 0));
            case Load.Closed closed -> {
                for (int user = 0; user < closed.users(); user++) {
                    events.add((long) (thinkRandom.nextDouble() * closed.think().draw(thinkRandom)), Kind.USER, user);
                }
            }
        }
    }

    private void arrive() {
        if (model.load() instanceof Load.Script) {
            request(scripted++ % kinds.length, NONE);
            return;
        }
        nextArrival();
        request(chosenKind(), NONE);
    }

    private void nextArrival() {
        long next = arrivals.next();
        if (next != Long.MAX_VALUE) {
            events.add(next, Kind.ARRIVAL, 0);
        }
    }

    private int chosenKind() {
        if (kinds.length == 1) {
            return 0;
        }
        double u = kindRandom.nextDouble();
        int kind = 0;
        while (kind < shares.length - 1 && u >= shares[kind]) {
            kind++;
        }
        return kind;
    }

    private void request(int kind, int user) {
        if (window.inFlight() >= model.maxInFlight()) {
            window.rejected();
            askAgain(user);
            return;
        }
        int id = requests.create(kind, user, now);
        window.arrived(now);
        if (!watchesDeadline && model.deadline() != Long.MAX_VALUE) {
            watchesDeadline = true;
            events.add(now + model.deadline(), Kind.DEADLINE, 0);
        }
        if (model.front() > 0) {
            int thread = newThread(0);
            threads.request[thread] = id;
            threads.work[thread] = Threads.FRONT;
            work(thread, model.front());
        } else {
            admit(id);
        }
    }

    private void askAgain(int user) {
        if (model.load() instanceof Load.Closed(int _, Delay think) && user != NONE) {
            events.add(now + Math.max(RETRY, think.draw(thinkRandom)), Kind.USER, user);
        }
    }

    // Groups and their queues

    private void admit(int id) {
        int group = group();
        requests.group[id] = group;
        if (model.carrier() == Carrier.THREAD_EACH) {
            took(group);
            begin(newThread(group), id);
        } else if (idle[group] > 0) {
            took(group);
            begin(idleThreads[group][--idle[group]], id);
        } else {
            enqueue(id, group);
        }
    }

    private void took(int group) {
        mostInGroup = Math.max(mostInGroup, ++load[group]);
    }

    private int group() {
        if (model.groups() == 1) {
            return 0;
        }
        if (model.choice() == Choice.HASHED) {
            return choiceRandom.nextInt(model.groups());
        }
        int least = 0;
        for (int group = 1; group < load.length; group++) {
            if (load[group] < load[least]) {
                least = group;
            }
        }
        return least;
    }

    private void enqueue(int id, int group) {
        int queueId = model.choice() == Choice.SHARED ? 0 : group;
        int taken = model.choice() == Choice.HASHED ? placesTaken(group) : waiting;
        if (taken >= model.queue()) {
            requests.answer(id);
            window.withdrawn(requests.arrived[id], now);
            askAgain(requests.user[id]);
            requests.free(id);
            return;
        }
        waiting++;
        requests.placed[id] = true;
        if (model.choice() != Choice.SHARED) {
            took(group);
        }
        requests.stamp[id] = now;
        requests.enqueue(queueId, id);
    }

    /** Hashed requests of a loop that wait to go on stand in the same queue, but hold no place. */
    private int placesTaken(int group) {
        return requests.length(group);
    }

    private int nextWaiting(int group) {
        int id = requests.dequeue(model.choice() == Choice.SHARED ? 0 : group);
        if (id != NONE && requests.placed[id]) {
            leavePlace(id);
            if (model.choice() == Choice.SHARED) {
                took(group);
                requests.group[id] = group;
            }
        }
        return id;
    }

    private void leavePlace(int id) {
        waiting--;
        requests.placed[id] = false;
    }

    // Threads and their requests

    private int newThread(int group) {
        int thread = threads.create(group);
        cores.reserve(threads.capacity());
        links.reserve(threads.capacity());
        return thread;
    }

    private void begin(int thread, int id) {
        threads.request[thread] = id;
        if (requests.step[id] == 0) {
            requests.queue[id] += now - requests.arrived[id] - model.front();
            if (model.dispatch() > 0) {
                cores(thread);
                events.add(now + model.dispatch(), Kind.DISPATCHED, thread);
                return;
            }
        } else {
            requests.queue[id] += now - requests.stamp[id];
        }
        begin(thread);
    }

    private void begin(int thread) {
        threads.remaining[thread] = 0;
        want(thread);
    }

    /** The thread asks for its GIL, if it has one. */
    private void want(int thread) {
        int group = threads.group[thread];
        threads.stamp[thread] = now;
        trace.asked(thread, now);
        if (gils.length == 0 || gils[group].owner() == thread) {
            next(thread);
        } else if (gils[group].want(thread, now)) {
            holds(thread);
        } else {
            cores(thread);
        }
    }

    /** The thread has its GIL. */
    private void holds(int thread) {
        trace.taken(thread, now);
        requests.gilWait[threads.request[thread]] += now - threads.stamp[thread];
        if (threads.remaining[thread] > 0) {
            work(thread, threads.remaining[thread]);
        } else {
            next(thread);
        }
    }

    /** The next step of a thread that has its GIL. */
    private void next(int thread) {
        int id = threads.request[thread];
        byte[] itsSteps = steps[requests.kind[id]];
        while (!requests.answered[id] && requests.step[id] < itsSteps.length) {
            int step = requests.step[id]++;
            long demand = demands[requests.kind[id]][step].draw(demandRandom);
            byte work = itsSteps[step];
            if (work == Threads.IO && model.carrier() == Carrier.LOOP) {
                requests.stamp[id] = now;
                events.add(now + demand, Kind.IO_DONE, id);
                turn(thread);
                return;
            }
            if (demand > 0 || work >= Threads.NATIVE) {
                threads.work[thread] = work;
                perform(thread, work, demand);
                return;
            }
        }
        letGo(thread, Threads.THEN_END);
    }

    private void perform(int thread, byte work, long demand) {
        if (work == Threads.PYTHON || work == Threads.OPAQUE) {
            work(thread, demand);
        } else {
            threads.remaining[thread] = demand;
            letGo(thread, work == Threads.IO ? Threads.THEN_IO : Threads.THEN_NATIVE);
        }
    }

    /** Releases the GIL and goes on, at once unless a forced switch comes first. */
    private void letGo(int thread, byte then) {
        threads.then[thread] = then;
        threads.stamp[thread] = now;
        if (gils.length == 0 || (then == Threads.THEN_END && model.carrier() == Carrier.LOOP)) {
            goOn(thread);
            return;
        }
        trace.released(thread, now);
        if (gils[threads.group[thread]].release(thread, now)) {
            goOn(thread);
        } else {
            cores(thread);
        }
    }

    private void goOn(int thread) {
        switch (threads.then[thread]) {
            case Threads.THEN_NATIVE -> {
                if (threads.remaining[thread] > 0) {
                    work(thread, threads.remaining[thread]);
                } else {
                    want(thread);
                }
            }
            case Threads.THEN_IO -> {
                cores(thread);
                trace.waits(thread, now);
                threads.stamp[thread] = now;
                events.add(now + threads.remaining[thread], Kind.IO_DONE, thread);
                threads.remaining[thread] = 0;
            }
            case Threads.THEN_WANT -> want(thread);
            default -> end(thread);
        }
    }

    private void end(int thread) {
        int id = threads.request[thread];
        int group = threads.group[thread];
        if (!requests.answered[id]) {
            requests.answer(id);
            window.completed(requests, id, now);
            ended(id);
        }
        requests.free(id);
        load[group]--;
        turn(thread);
    }

    /** The thread is free for another request. */
    private void turn(int thread) {
        int group = threads.group[thread];
        if (model.carrier() == Carrier.THREAD_EACH) {
            cores(thread);
            threads.end(thread);
            return;
        }
        int id = nextWaiting(group);
        if (id != NONE) {
            begin(thread, id);
            return;
        }
        if (gils.length > 0 && gils[group].owner() == thread) {
            gils[group].release(thread, now);
        }
        cores(thread);
        idleThreads[group][idle[group]++] = thread;
    }

    private void ended(int id) {
        if (model.load() instanceof Load.Closed(int _, Delay think)) {
            events.add(now + think.draw(thinkRandom), Kind.USER, requests.user[id]);
        }
    }

    private void ioDone(int id) {
        if (model.carrier() != Carrier.LOOP) {
            int request = threads.request[id];
            requests.io[request] += now - threads.stamp[id];
            want(id);
            return;
        }
        requests.io[id] += now - requests.stamp[id];
        requests.stamp[id] = now;
        int group = requests.group[id];
        if (idle[group] > 0) {
            begin(idleThreads[group][--idle[group]], id);
        } else {
            requests.enqueue(group, id);
        }
    }

    private void deadline() {
        int id = requests.oldest();
        while (id != NONE && requests.arrived[id] + model.deadline() <= now) {
            requests.answer(id);
            window.expired(requests.kind[id], requests.arrived[id], now);
            ended(id);
            if (requests.placed[id]) {
                requests.withdraw(id);
                leavePlace(id);
                if (model.choice() != Choice.SHARED) {
                    load[requests.group[id]]--;
                }
                requests.free(id);
            }
            id = requests.oldest();
        }
        watchesDeadline = id != NONE;
        if (watchesDeadline) {
            events.add(requests.arrived[id] + model.deadline(), Kind.DEADLINE, 0);
        }
    }

    // The GIL

    private void woken(int thread) {
        if (gils[threads.group[thread]].want(thread, now)) {
            holds(thread);
        }
    }

    private void resumed(int thread) {
        requests.gilWait[threads.request[thread]] += now - threads.stamp[thread];
        goOn(thread);
    }

    private void timeout(int group) {
        int thread = gils[group].timeout(now, cores.earliest(now));
        if (thread != NONE) {
            holds(thread);
        } else {
            look(gils[group]);
        }
    }

    /** The holder of a GIL will see a drop request, if there is one and it runs code that polls. */
    private void look(VirtualGil gil) {
        int holder = gil.owner();
        if (gil.requested()
                && !gil.seesRequest()
                && threads.work[holder] == Threads.PYTHON
                && threads.endTag[holder] >= 0) {
            gil.poll(now);
        }
    }

    private void poll(int group, long tag) {
        VirtualGil gil = gils[group];
        if (!gil.polls(tag)) {
            return;
        }
        gil.polled();
        int thread = gil.owner();
        if (threads.endTag[thread] >= 0 && threads.work[thread] == Threads.PYTHON) {
            stopSegment(thread);
            requests.python[threads.request[thread]] += now - threads.workStamp[thread];
            drop(thread);
        }
    }

    private void drop(int thread) {
        threads.then[thread] = Threads.THEN_WANT;
        threads.stamp[thread] = now;
        trace.released(thread, now);
        gils[threads.group[thread]].drop(thread, now);
        cores(thread);
    }

    // Work on cores

    private void work(int thread, long demand) {
        threads.remaining[thread] = demand;
        threads.workStamp[thread] = now;
        if (cores.start(thread, now)) {
            startSegment(thread);
        }
    }

    private void startSegment(int thread) {
        threads.segmentStart[thread] = now;
        long length = threads.remaining[thread];
        if (slows) {
            double loss = (1 - model.cores().efficiency())
                    * (cores.busy() - 1)
                    / (model.cores().number() - 1);
            threads.speed[thread] = 1 - loss;
            length = (long) Math.ceil(length / (1 - loss));
        }
        threads.endTag[thread] = events.add(now + length, Kind.WORK_DONE, thread);
        if (gils.length > 0 && threads.work[thread] == Threads.PYTHON) {
            look(gils[threads.group[thread]]);
        }
    }

    private void stopSegment(int thread) {
        threads.endTag[thread] = -1;
        long elapsed = now - threads.segmentStart[thread];
        window.gave(threads.segmentStart[thread], now);
        long done = slows ? (long) (elapsed * threads.speed[thread]) : elapsed;
        threads.remaining[thread] = Math.max(0, threads.remaining[thread] - done);
    }

    private void workDone(int thread, long tag) {
        if (tag != threads.endTag[thread]) {
            return;
        }
        stopSegment(thread);
        threads.remaining[thread] = 0;
        int id = threads.request[thread];
        long took = now - threads.workStamp[thread];
        switch (threads.work[thread]) {
            case Threads.PYTHON -> {
                requests.python[id] += took;
                next(thread);
            }
            case Threads.OPAQUE -> {
                requests.python[id] += took;
                if (gils.length > 0 && gils[threads.group[thread]].requested()) {
                    drop(thread);
                } else {
                    next(thread);
                }
            }
            case Threads.NATIVE -> {
                requests.nativeTime[id] += took;
                want(thread);
            }
            default -> {
                cores(thread);
                threads.end(thread);
                if (requests.answered[id]) {
                    requests.free(id);
                } else {
                    admit(id);
                }
            }
        }
    }

    /** The thread gives its core back, if it has one. */
    private void cores(int thread) {
        int heir = cores.stop(thread, now);
        if (heir != NONE) {
            startSegment(heir);
        }
    }

    private void tick() {
        int most = cores.ticked();
        for (int nth = 0; nth < most; nth++) {
            int thread = cores.oldest(now, nth);
            if (thread != NONE) {
                stopSegment(thread);
                startSegment(cores.exchange(thread, now));
            }
        }
        cores.rearm(now);
    }

    private static byte[] works(RequestKind kind) {
        byte[] works = new byte[kind.steps().size()];
        for (int i = 0; i < works.length; i++) {
            works[i] = work(kind.steps().get(i));
        }
        return works;
    }

    private static byte work(StepKind step) {
        return switch (step) {
            case PYTHON -> Threads.PYTHON;
            case OPAQUE -> Threads.OPAQUE;
            case NATIVE -> Threads.NATIVE;
            case IO -> Threads.IO;
        };
    }

    private static double[] cumulated(RequestKind[] kinds) {
        double whole = Arrays.stream(kinds).mapToDouble(RequestKind::weight).sum();
        double[] shares = new double[kinds.length];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += kinds[i].weight();
            shares[i] = sum / whole;
        }
        return shares;
    }
}
