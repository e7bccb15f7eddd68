package gilbench.service.gil;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * CPython's GIL without time, as a value: an armed window may end at any moment, and knows only whether the owner has changed
 * since it began. A release is two steps. Independent of {@link GilState}.
 *
 * <p>Thread 0 may begin to end the process while it holds the GIL; from then on every other thread ends where CPython ends it:
 * on entry, when a fresh window ends, and after taking.
 *
 * @param rules which CPython
 * @param owner who holds; -1 for nobody
 * @param last who held last; -1 at first
 * @param drops a bit for each interpreter whose holder is asked to drop
 * @param phases where each thread is
 * @param fresh a bit for each armed thread whose window has seen no change of owner
 * @param asked a bit for each waiting thread that has requested a drop
 * @param forced who released under a request and must not be the next owner; -1 for nobody
 * @param ending whether the process ends
 */
record TimelessGil(
        Rules rules,
        int owner,
        int last,
        int drops,
        List<Phase> phases,
        int fresh,
        int asked,
        int forced,
        boolean ending) {
    /** What a thread does. */
    enum Phase {
        OUTSIDE,
        ARMED,
        WOKEN,
        RUNNING,
        RELEASED,
        SWITCHING,
        ENDED
    }

    /** What happens to a request whose thread ends. */
    enum ExitRule {
        /** Before gh-96387: it stays. */
        LEAVES_REQUEST,

        /** Since gh-96387: it is cleared. */
        CLEARS_REQUEST
    }

    /**
     * What differs between versions and machines.
     *
     * @param interpreters how many share the GIL; thread i belongs to interpreter i mod n, and a request is noted at the
     *     interpreter of who asks, as in CPython 3.9 to 3.12
     * @param spurious whether the wait for a switch may end for no reason
     */
    record Rules(ExitRule exit, int interpreters, boolean spurious) {}

    TimelessGil {
        phases = List.copyOf(phases);
    }

    /** A free GIL with all threads outside. */
    static TimelessGil free(Rules rules, int threads) {
        return new TimelessGil(rules, -1, -1, 0, Collections.nCopies(threads, Phase.OUTSIDE), 0, 0, -1, false);
    }

    /** Every state that may be the next. */
    List<TimelessGil> steps() {
        List<TimelessGil> next = new ArrayList<>();
        for (int thread = 0; thread < phases.size(); thread++) {
            switch (phases.get(thread)) {
                case OUTSIDE -> next.add(mustEnd(thread) ? ended(thread) : wanting(thread));
                case WOKEN -> next.add(wanting(thread));
                case ARMED -> next.add(timedOut(thread));
                case RUNNING -> running(thread, next);
                case RELEASED -> next.add(afterRelease(thread));
                case SWITCHING -> switching(thread, next);
                case ENDED -> {}
            }
        }
        return next;
    }

    boolean isRequestedOfOwner() {
        return owner >= 0 && (drops & interpreter(owner)) != 0;
    }

    boolean is(int thread, Phase phase) {
        return phases.get(thread) == phase;
    }

    long count(Phase phase) {
        return phases.stream().filter(phase::equals).count();
    }

    private void running(int thread, List<TimelessGil> next) {
        released(thread, next);
        if (thread == 0 && !ending) {
            next.add(new TimelessGil(rules, owner, last, drops, phases, fresh, asked, forced, true));
        }
    }

    private void switching(int thread, List<TimelessGil> next) {
        if (rules.spurious) {
            next.add(new TimelessGil(
                    rules,
                    owner,
                    last,
                    drops,
                    with(thread, Phase.OUTSIDE),
                    fresh,
                    asked,
                    forced == thread ? -1 : forced,
                    ending));
        }
    }

    private TimelessGil wanting(int thread) {
        return owner < 0 ? acquired(thread) : armed(thread);
    }

    private TimelessGil armed(int thread) {
        return new TimelessGil(
                rules, owner, last, drops, with(thread, Phase.ARMED), fresh | bit(thread), asked, forced, ending);
    }

    private TimelessGil timedOut(int thread) {
        boolean unchanged = owner >= 0 && (fresh & bit(thread)) != 0;
        if (!unchanged) {
            return wanting(thread);
        }
        if (mustEnd(thread)) {
            return ended(thread);
        }
        return new TimelessGil(
                        rules,
                        owner,
                        last,
                        drops | interpreter(thread),
                        phases,
                        fresh,
                        asked | bit(thread),
                        forced,
                        ending)
                .armed(thread);
    }

    private TimelessGil acquired(int thread) {
        List<Phase> after = new ArrayList<>(with(thread, Phase.RUNNING));
        after.replaceAll(phase -> phase == Phase.SWITCHING ? Phase.OUTSIDE : phase);
        return new TimelessGil(
                rules,
                thread,
                thread,
                drops & ~interpreter(thread),
                after,
                last == thread ? fresh : 0,
                asked & ~bit(thread),
                -1,
                ending);
    }

    private void released(int thread, List<TimelessGil> next) {
        TimelessGil free = new TimelessGil(
                rules,
                -1,
                thread,
                drops,
                with(thread, Phase.RELEASED),
                fresh,
                asked,
                isRequestedOfOwner() ? thread : -1,
                ending);
        List<TimelessGil> signalled = new ArrayList<>();
        for (int other = 0; other < phases.size(); other++) {
            if (is(other, Phase.ARMED)) {
                signalled.add(free.moved(other, Phase.WOKEN));
            }
        }
        next.addAll(signalled.isEmpty() ? List.of(free) : signalled);
    }

    private TimelessGil afterRelease(int thread) {
        if (mustEnd(thread)) {
            return moved(thread, Phase.ENDED).withoutForced(thread);
        }
        if ((drops & interpreter(thread)) == 0 || last != thread) {
            return moved(thread, Phase.OUTSIDE);
        }
        return new TimelessGil(
                rules,
                owner,
                last,
                drops & ~interpreter(thread),
                with(thread, Phase.SWITCHING),
                fresh,
                asked,
                forced,
                ending);
    }

    private TimelessGil ended(int thread) {
        boolean clears = rules.exit == ExitRule.CLEARS_REQUEST && (asked & bit(thread)) != 0;
        return new TimelessGil(
                rules,
                owner,
                last,
                clears ? drops & ~interpreter(thread) : drops,
                with(thread, Phase.ENDED),
                fresh & ~bit(thread),
                asked & ~bit(thread),
                forced,
                ending);
    }

    private boolean mustEnd(int thread) {
        return ending && thread != 0;
    }

    private TimelessGil moved(int thread, Phase phase) {
        return new TimelessGil(rules, owner, last, drops, with(thread, phase), fresh, asked, forced, ending);
    }

    private TimelessGil withoutForced(int thread) {
        return new TimelessGil(rules, owner, last, drops, phases, fresh, asked, forced == thread ? -1 : forced, ending);
    }

    private List<Phase> with(int thread, Phase phase) {
        List<Phase> changed = new ArrayList<>(phases);
        changed.set(thread, phase);
        return changed;
    }

    private int interpreter(int thread) {
        return bit(thread % rules.interpreters);
    }

    private static int bit(int index) {
        return 1 << index;
    }
}
