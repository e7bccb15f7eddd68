package gilbench.service.gil;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Every state that can be reached from a first one, and the steps between them. */
final class StateSpace<S> {
    private final Map<S, List<S>> next = new LinkedHashMap<>();

    /**
     * Explores.
     *
     * @param steps the states that may follow a state
     */
    StateSpace(S first, Function<S, List<S>> steps) {
        Deque<S> frontier = new ArrayDeque<>(List.of(first));
        next.put(first, List.of());
        while (!frontier.isEmpty()) {
            S state = frontier.remove();
            List<S> followers = steps.apply(state);
            next.put(state, followers);
            for (S follower : followers) {
                if (next.putIfAbsent(follower, List.of()) == null) {
                    frontier.add(follower);
                }
            }
        }
    }

    Collection<S> states() {
        return next.keySet();
    }

    /** The states from which no state that is {@code good} can be reached any more. */
    List<S> lost(Predicate<S> good) {
        Map<S, List<S>> before = new HashMap<>();
        next.forEach((state, followers) -> followers.forEach(follower ->
                before.computeIfAbsent(follower, _ -> new ArrayList<>()).add(state)));
        Set<S> saved = new HashSet<>(states().stream().filter(good).toList());
        Deque<S> frontier = new ArrayDeque<>(saved);
        while (!frontier.isEmpty()) {
            for (S state : before.getOrDefault(frontier.remove(), List.of())) {
                if (saved.add(state)) {
                    frontier.add(state);
                }
            }
        }
        return states().stream().filter(state -> !saved.contains(state)).toList();
    }
}
