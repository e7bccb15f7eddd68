package gilbench.predict;

import gilbench.predict.Model.Carrier;
import gilbench.predict.Model.Choice;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The groups of threads, which of their threads are idle, and the requests that wait for one. */
final class Groups {
    private static final int NONE = Requests.NONE;

    private final Scene scene;
    private final Model model;
    private final Requests requests;
    private final SplittableRandom choiceRandom;
    private final int[] load;
    private final int[] idle;
    private final int[][] idleThreads;
    private final int[][] members;
    private final boolean[] closed;
    private int waiting;
    private int most;

    Groups(Scene scene, SplittableRandom choiceRandom) {
        this.scene = scene;
        this.model = scene.model;
        this.requests = scene.requests;
        this.choiceRandom = choiceRandom;
        load = new int[model.groups()];
        idle = new int[model.groups()];
        closed = new boolean[model.groups()];
        members = new int[model.groups()][model.carrier() == Carrier.THREAD_EACH ? 0 : each()];
        idleThreads = new int[model.groups()][model.carrier() == Carrier.THREAD_EACH ? 0 : each()];
    }

    private int each() {
        return model.carrier() == Carrier.LOOP ? 1 : model.threads();
    }

    /** Makes all threads of pools and loops, idle. */
    void start() {
        for (int group = 0; group < idleThreads.length; group++) {
            for (int i = idleThreads[group].length - 1; i >= 0; i--) {
                members[group][i] = scene.newThread(group);
                idle(members[group][i]);
            }
        }
    }

    /** The group of the next request. */
    int choose() {
        if (model.groups() == 1) {
            return 0;
        }
        if (model.choice() == Choice.HASHED) {
            return choiceRandom.nextInt(model.groups());
        }
        int least = 0;
        for (int group = 1; group < load.length; group++) {
            if (closed[least] || (load[group] < load[least] && !closed[group])) {
                least = group;
            }
        }
        return least;
    }

    /** Takes an idle thread of {@code group}; {@link Requests#NONE} when there is none. */
    int idleThread(int group) {
        return idle[group] > 0 && !closed[group] ? idleThreads[group][--idle[group]] : NONE;
    }

    /** The thread has nothing to do. */
    void idle(int thread) {
        int group = scene.threads.group[thread];
        scene.threads.request[thread] = NONE;
        idleThreads[group][idle[group]++] = thread;
    }

    /** Whether no thread of {@code group} has anything to do. */
    boolean allIdle(int group) {
        return idle[group] == members[group].length;
    }

    /** The threads of {@code group} that have something to do. */
    int[] busyThreads(int group) {
        return Arrays.stream(members[group])
                .filter(thread -> scene.threads.request[thread] != NONE)
                .toArray();
    }

    /** Another thread is there instead of one that had something to do, and is idle. */
    void replace(int thread, int other) {
        int[] all = members[scene.threads.group[thread]];
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i] == thread ? other : all[i];
        }
        idle(other);
    }

    /** The group takes no more requests. */
    void close(int group) {
        closed[group] = true;
    }

    /** The group takes requests. */
    void open(int group) {
        closed[group] = false;
    }

    /** The group takes a request over. */
    void took(int group) {
        most = Math.max(most, ++load[group]);
    }

    /** The group is done with a request. */
    void left(int group) {
        load[group]--;
    }

    /** The largest number of requests that a group ever had taken over. */
    int most() {
        return most;
    }

    /** Lets a request wait for a thread of {@code group}; false when there is no place. */
    boolean enqueue(int id, int group) {
        int taken = model.choice() == Choice.HASHED ? requests.length(group) : waiting;
        if (taken >= model.queue()) {
            return false;
        }
        waiting++;
        requests.placed[id] = true;
        if (model.choice() != Choice.SHARED) {
            took(group);
        }
        requests.stamp[id] = scene.now;
        requests.enqueue(queue(group), id);
        return true;
    }

    /** The request that a thread of {@code group} carries out next; {@link Requests#NONE} when there is none. */
    int next(int group) {
        int id = closed[group] ? NONE : requests.dequeue(queue(group));
        if (id != NONE && requests.placed[id]) {
            leavePlace(id);
            if (model.choice() == Choice.SHARED) {
                took(group);
                requests.group[id] = group;
            }
        }
        return id;
    }

    /** Whether a request waits that a thread of {@code group} may take. */
    boolean waits(int group) {
        return !closed[group] && length(group) > 0;
    }

    /** How many wait for {@code group}; on a loop also those that wait to go on, which hold no place. */
    int length(int group) {
        return requests.length(queue(group));
    }

    /** A request waits no more, if it did. */
    boolean withdraw(int id) {
        if (!requests.placed[id]) {
            return false;
        }
        requests.withdraw(id);
        leavePlace(id);
        if (model.choice() != Choice.SHARED) {
            left(requests.group[id]);
        }
        return true;
    }

    private int queue(int group) {
        return model.choice() == Choice.SHARED ? 0 : group;
    }

    private void leavePlace(int id) {
        waiting--;
        requests.placed[id] = false;
    }
}
