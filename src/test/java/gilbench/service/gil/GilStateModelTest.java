package gilbench.service.gil;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.WaiterChoice;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Explores every order in which a few threads can go through {@link GilState}, both steps of a release apart.
 *
 * <p>Time is left out: an armed window may end at any moment. {@link Model} checks the invariants at every step.
 */
class GilStateModelTest {
    @ParameterizedTest
    @CsvSource({"2, FIFO", "3, FIFO", "4, FIFO", "2, LIFO", "3, LIFO", "4, LIFO"})
    void everyInterleaving_keepsTheInvariantsAndCanComeToRest(int threads, WaiterChoice choice) {
        Map<String, List<String>> predecessors = new HashMap<>();
        Map<String, List<Integer>> paths = new HashMap<>();
        Deque<String> frontier = new ArrayDeque<>();
        String rest = new Model(threads, choice).signature();
        paths.put(rest, List.of());
        frontier.add(rest);
        while (!frontier.isEmpty()) {
            String state = frontier.remove();
            for (int thread = 0; thread < threads; thread++) {
                List<Integer> path = new ArrayList<>(paths.get(state));
                Model model = replay(threads, choice, path);
                if (!model.canStep(thread)) {
                    continue;
                }
                model.step(thread);
                path.add(thread);
                String next = model.signature();
                predecessors.computeIfAbsent(next, key -> new ArrayList<>()).add(state);
                if (paths.putIfAbsent(next, path) == null) {
                    frontier.add(next);
                }
            }
        }

        assertThat(canReachRest(paths.keySet(), predecessors))
                .as("states from which all threads can end")
                .containsAll(paths.keySet());
        assertThat(paths).hasSizeGreaterThan(threads * 10);
    }

    private static Model replay(int threads, WaiterChoice choice, List<Integer> path) {
        Model model = new Model(threads, choice);
        path.forEach(model::step);
        return model;
    }

    private static Set<String> canReachRest(Set<String> states, Map<String, List<String>> predecessors) {
        Set<String> reached = new HashSet<>();
        Deque<String> frontier = new ArrayDeque<>();
        states.stream().filter(Model::isAtRest).forEach(frontier::add);
        while (!frontier.isEmpty()) {
            String state = frontier.remove();
            if (reached.add(state)) {
                frontier.addAll(predecessors.getOrDefault(state, List.of()));
            }
        }
        return reached;
    }

    /** Threads as state machines over one GIL; a thread has at most one possible step in each phase. */
    private static final class Model {
        private enum Phase {
            IDLE,
            ARMED,
            WOKEN,
            RUNNING,
            RELEASED,
            SWITCHING
        }

        private final GilState state;
        private final List<Thread> threads = new ArrayList<>();
        private final List<Waiter> waiters = new ArrayList<>();
        private final Phase[] phases;
        private final List<Integer> armed = new ArrayList<>();
        private int last = -1;
        private int forced = -1;
        private long switches;

        Model(int size, WaiterChoice choice) {
            state = new GilState(1, WaiterList.of(choice, new SplittableRandom(0)));
            phases = new Phase[size];
            for (int i = 0; i < size; i++) {
                threads.add(Thread.ofPlatform().name("T" + i).unstarted(() -> {}));
                waiters.add(new Waiter(threads.get(i)));
                phases[i] = Phase.IDLE;
            }
        }

        boolean canStep(int thread) {
            return phases[thread] != Phase.SWITCHING;
        }

        void step(int thread) {
            switch (phases[thread]) {
                case IDLE, WOKEN -> want(thread);
                case ARMED -> timeOut(thread);
                case RUNNING -> release(thread);
                case RELEASED -> endRelease(thread);
                case SWITCHING -> throw new IllegalStateException("T" + thread + " awaits a switch");
            }
            checkInvariants();
        }

        private void want(int thread) {
            if (state.isFree()) {
                acquire(thread);
            } else {
                state.arm(waiters.get(thread), 0);
                armed.add(thread);
                phases[thread] = Phase.ARMED;
            }
        }

        private void timeOut(int thread) {
            boolean before = state.isDropRequested();
            boolean fresh = waiters.get(thread).seen() == switches;
            state.expire(waiters.get(thread));
            armed.removeIf(other -> other == thread);
            assertThat(state.isDropRequested()).as("invariant 3").isEqualTo(before || (fresh && !state.isFree()));
            want(thread);
        }

        private void acquire(int thread) {
            assertThat(thread).as("invariant 5").isNotEqualTo(forced);
            forced = -1;
            Waiter resumed = state.acquire(threads.get(thread));
            switches += thread == last ? 0 : 1;
            last = thread;
            phases[thread] = Phase.RUNNING;
            if (resumed != null) {
                phases[indexOf(resumed)] = Phase.IDLE;
            }
            assertThat(state.switches()).as("invariant 2").isEqualTo(switches);
            assertThat(state.isDropRequested())
                    .as("a new owner is not requested")
                    .isFalse();
            assertThat(phases).as("invariant 7").doesNotContain(Phase.SWITCHING);
        }

        private void release(int thread) {
            forced = state.isDropRequested() ? thread : -1;
            Waiter next = state.release(threads.get(thread), 0);
            phases[thread] = Phase.RELEASED;
            if (next != null) {
                int woken = indexOf(next);
                armed.removeIf(other -> other == woken);
                phases[woken] = Phase.WOKEN;
            }
        }

        private void endRelease(int thread) {
            boolean waits = state.awaitSwitch(new Waiter(threads.get(thread)));
            phases[thread] = waits ? Phase.SWITCHING : Phase.IDLE;
        }

        private void checkInvariants() {
            List<Phase> all = List.of(phases);
            long running = all.stream().filter(Phase.RUNNING::equals).count();
            assertThat(running).as("invariant 1").isEqualTo(state.isFree() ? 0 : 1);
            if (state.isFree() && !armed.isEmpty()) {
                assertThat(all).as("invariant 6").contains(Phase.WOKEN);
            }
            assertThat(all.stream().filter(Phase.SWITCHING::equals).count())
                    .as("invariant 7")
                    .isLessThanOrEqualTo(1);
        }

        private int indexOf(Waiter waiter) {
            return threads.indexOf(waiter.thread());
        }

        String signature() {
            List<Boolean> fresh =
                    armed.stream().map(i -> waiters.get(i).seen() == switches).toList();
            return List.of(phases) + " " + armed + fresh + state.isDropRequested() + last + "," + forced;
        }

        static boolean isAtRest(String signature) {
            return !signature.matches(".*(ARMED|WOKEN|RUNNING|RELEASED|SWITCHING).*");
        }
    }
}
