package gilbench.service.gil;

import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Threads that carry out steps at one {@link GilState} in virtual time.
 *
 * <p>A request is polled one poll gap after it is made, a signalled waiter runs one wake latency after the signal, and a
 * forced releaser at once. Equal times happen in the order in which they were planned.
 */
final class Timeline {
    /** What a thread does. */
    enum Event {
        ARMS,
        REQUESTS,
        DROPS,
        AWAITS_SWITCH,
        TAKES,
        BLOCKS
    }

    /** Something that happened, {@code micros} after the start. */
    record Entry(long micros, String thread, Event event) {
        static Entry at(double millis, String thread, Event event) {
            return new Entry(Math.round(millis * 1000), thread, event);
        }
    }

    private record Planned(long time, long order, Runnable action) implements Comparable<Planned> {
        @Override
        public int compareTo(Planned other) {
            return time == other.time ? Long.compare(order, other.order) : Long.compare(time, other.time);
        }
    }

    private final class Actor {
        final String name;
        final Thread thread;
        final Iterator<Step> program;
        final Waiter waiter;

        Step step = new Step(StepKind.NATIVE, Duration.ZERO);
        long remaining;
        long began;
        long version;
        Runnable afterSwitch = () -> {};

        Actor(String name, Iterator<Step> program) {
            this.name = name;
            this.program = program;
            thread = Thread.ofPlatform().name(name).unstarted(() -> {});
            waiter = new Waiter(thread);
        }

        void log(Event event) {
            trace.add(new Entry(now / 1000, name, event));
        }
    }

    private final List<Entry> trace = new ArrayList<>();
    private final PriorityQueue<Planned> agenda = new PriorityQueue<>();
    private final Map<Thread, Actor> actors = new HashMap<>();
    private final GilState state;
    private final long pollGap;
    private final long wake;
    private long now;
    private long order;
    private @Nullable Actor owner;

    Timeline(Duration interval, WaiterList waiters, Duration pollGap, Duration wake) {
        state = new GilState(interval.toNanos(), waiters);
        this.pollGap = pollGap.toNanos();
        this.wake = wake.toNanos();
    }

    /** Adds a thread that asks for the GIL at {@code start} and ends after its program. */
    void thread(String name, Duration start, Iterator<Step> program) {
        Actor actor = new Actor(name, program);
        actors.put(actor.thread, actor);
        plan(start.toNanos(), () -> want(actor));
    }

    /** Lets everything happen that is due until {@code end}. */
    List<Entry> runUntil(Duration end) {
        while (!agenda.isEmpty() && agenda.peek().time <= end.toNanos()) {
            Planned next = agenda.remove();
            now = next.time;
            next.action.run();
        }
        return trace;
    }

    private Actor actor(Waiter waiter) {
        return Objects.requireNonNull(actors.get(waiter.thread()));
    }

    private void plan(long time, Runnable action) {
        agenda.add(new Planned(time, order++, action));
    }

    private void want(Actor actor) {
        if (state.isFree()) {
            take(actor);
        } else {
            arm(actor);
        }
    }

    private void arm(Actor actor) {
        state.arm(actor.waiter, now);
        actor.log(Event.ARMS);
        long version = ++actor.version;
        plan(actor.waiter.deadline(), () -> timeOut(actor, version));
    }

    private void timeOut(Actor actor, long version) {
        if (actor.version != version) {
            return;
        }
        boolean requestedBefore = state.isDropRequested();
        state.expire(actor.waiter);
        if (state.isDropRequested() && !requestedBefore) {
            actor.log(Event.REQUESTS);
            planPoll();
        }
        want(actor);
    }

    private void planPoll() {
        Actor holder = owner;
        if (holder != null && holder.step.kind() == StepKind.PYTHON) {
            long version = holder.version;
            plan(now + pollGap, () -> poll(holder, version));
        }
    }

    private void poll(Actor holder, long version) {
        if (holder.version == version && state.isDropRequested()) {
            holder.remaining -= now - holder.began;
            release(holder, () -> want(holder));
        }
    }

    private void take(Actor actor) {
        Waiter resumed = state.acquire(actor.thread);
        owner = actor;
        actor.log(Event.TAKES);
        if (resumed != null) {
            plan(now, actor(resumed).afterSwitch);
        }
        goOn(actor);
    }

    private void goOn(Actor actor) {
        if (actor.remaining == 0) {
            if (!actor.program.hasNext()) {
                release(actor, () -> {});
                return;
            }
            actor.step = actor.program.next();
            actor.remaining = actor.step.duration().toNanos();
        }
        switch (actor.step.kind()) {
            case PYTHON, OPAQUE -> compute(actor);
            case NATIVE, IO -> release(actor, () -> block(actor));
        }
    }

    private void compute(Actor actor) {
        actor.began = now;
        long version = ++actor.version;
        plan(now + actor.remaining, () -> endStep(actor, version));
        if (state.isDropRequested()) {
            planPoll();
        }
    }

    private void endStep(Actor actor, long version) {
        if (actor.version == version) {
            actor.remaining = 0;
            goOn(actor);
        }
    }

    private void block(Actor actor) {
        actor.log(Event.BLOCKS);
        long until = now + actor.remaining;
        actor.remaining = 0;
        plan(until, () -> want(actor));
    }

    private void release(Actor actor, Runnable then) {
        actor.log(Event.DROPS);
        actor.version++;
        owner = null;
        Waiter next = state.release(actor.thread, now);
        if (next != null) {
            Actor woken = actor(next);
            woken.version++;
            plan(now + wake, () -> want(woken));
        }
        if (state.awaitSwitch(new Waiter(actor.thread))) {
            actor.log(Event.AWAITS_SWITCH);
            actor.afterSwitch = then;
        } else {
            then.run();
        }
    }
}
