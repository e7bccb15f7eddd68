package gilbench.cpython.probe;

import java.util.ArrayList;
import java.util.List;

/**
 * What a probe observed.
 *
 * @param groups one for each group of threads of the task, in its order
 * @param slices nanoseconds between two changes of the CPU thread that works
 */
public record ProbeReply(List<Group> groups, List<Long> slices) {
    /** Makes the lists immutable. */
    public ProbeReply {
        groups = List.copyOf(groups);
        slices = List.copyOf(slices);
    }

    /**
     * What one group of threads observed.
     *
     * @param amounts of each thread: nanoseconds of work, or cycles
     * @param waits nanoseconds, of all threads
     */
    public record Group(List<Long> amounts, List<Long> waits) {
        /** Makes the lists immutable. */
        public Group {
            amounts = List.copyOf(amounts);
            waits = List.copyOf(waits);
        }

        /** The sum of all threads. */
        public double total() {
            return amounts.stream().mapToDouble(Long::doubleValue).sum();
        }

        private Group plus(Group other) {
            return new Group(joined(amounts, other.amounts), joined(waits, other.waits));
        }
    }

    /** The group that the metrics of a task look at: the last one. */
    public Group watched() {
        return groups.getLast();
    }

    /** The replies of several processes that carried out the same task together. */
    public static ProbeReply together(List<ProbeReply> replies) {
        return replies.stream().reduce(ProbeReply::plus).orElseThrow();
    }

    private ProbeReply plus(ProbeReply other) {
        List<Group> sums = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            sums.add(groups.get(i).plus(other.groups.get(i)));
        }
        return new ProbeReply(sums, joined(slices, other.slices));
    }

    private static List<Long> joined(List<Long> a, List<Long> b) {
        List<Long> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }
}
