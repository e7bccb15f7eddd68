package gilbench.service.worker.pool;

import gilbench.scenario.RequestProfile;
import gilbench.scenario.TimeBudget;
import gilbench.service.gil.GilStatistics;
import gilbench.service.gil.StepTimes;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a pool counts. All state but the answers booked is guarded by the pool's lock. */
final class PoolBooks {
    private final GilStatistics[] ended;
    private final List<AnswerBooks> answers;
    private long lost;
    private long started;

    PoolBooks(int workers) {
        this.ended = new GilStatistics[workers];
        Arrays.fill(ended, GilStatistics.ZERO);
        this.answers = Stream.generate(AnswerBooks::new).limit(workers).toList();
    }

    /** Takes note of a worker that is ready. */
    void started() {
        started++;
    }

    /** Takes note of an unplanned end. */
    void lost() {
        lost++;
    }

    /** Keeps the counters of a worker that is no more. */
    void ended(Worker worker) {
        ended[worker.index()] = ended[worker.index()].plus(worker.pastGil());
    }

    /** Books an answered request of a worker; needs no lock. */
    void answered(Worker worker, RequestProfile profile, TimeBudget budget) {
        answers.get(worker.index()).book(profile, budget);
    }

    /** The counters of each worker and of those before it in its place. */
    List<GilStatistics> gils(List<Worker> up) {
        GilStatistics[] all = ended.clone();
        up.forEach(worker -> all[worker.index()] = all[worker.index()].plus(worker.gil()));
        return List.of(all);
    }

    /** What is booked, by worker; needs no lock. */
    List<StepTimes> steps() {
        return answers.stream().map(AnswerBooks::read).toList();
    }

    /** Unplanned ends. */
    long losses() {
        return lost;
    }

    /** Workers that took the place of another. */
    long restarts() {
        return Math.max(0, started - ended.length);
    }
}
