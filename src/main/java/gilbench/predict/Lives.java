package gilbench.predict;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Ends worker processes and starts them anew. A worker serves, or it is to be recycled and carries out what it began, or its
 * process starts; only one that serves takes requests.
 */
final class Lives {
    private enum Phase {
        SERVING,
        ENDING,
        STARTING
    }

    private static final double SECOND = 1e9;

    private final Scene scene;
    private final Groups groups;
    private final WorkerLife life;
    private final SplittableRandom random;
    private final Phase[] phases;
    private final long[] left;

    Lives(Scene scene, Groups groups, SplittableRandom random) {
        this.scene = scene;
        this.groups = groups;
        this.life = scene.model.life();
        this.random = random;
        phases = new Phase[scene.model.groups()];
        left = new long[phases.length];
        Arrays.fill(phases, Phase.SERVING);
        Arrays.setAll(left, _ -> requests());
    }

    void start() {
        for (int group = 0; group < phases.length && life.losses() > 0; group++) {
            announceLoss(group);
        }
    }

    /** A worker begins a request. */
    void begun(int group) {
        if (--left[group] == 0) {
            phases[group] = Phase.ENDING;
            groups.close(group);
        }
    }

    /** A thread of a worker has become idle. */
    void idle(int group) {
        if (phases[group] == Phase.ENDING && groups.allIdle(group)) {
            restart(group);
        }
    }

    /** The process of a worker serves from now on. */
    void started(int group) {
        phases[group] = Phase.SERVING;
        left[group] = requests();
        groups.open(group);
    }

    /** Whether a worker's process ends now; a new one is on its way then. */
    boolean isLost(int group) {
        announceLoss(group);
        if (phases[group] == Phase.STARTING) {
            return false;
        }
        groups.close(group);
        restart(group);
        return true;
    }

    private void restart(int group) {
        phases[group] = Phase.STARTING;
        scene.events.add(scene.now + scene.model.start(), Kind.STARTED, group);
    }

    private void announceLoss(int group) {
        long after = Delay.exponential(Math.round(SECOND / life.losses())).draw(random);
        scene.events.add(scene.now + after, Kind.LOST, group);
    }

    /** How many requests a new process may begin. */
    private long requests() {
        return life.recycleAfter().isPresent()
                ? life.recycleAfter().getAsInt() + random.nextLong(life.jitter() + 1L)
                : Long.MAX_VALUE;
    }
}
