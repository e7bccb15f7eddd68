package gilbench.predict;

import java.util.function.DoubleConsumer;

/**
 * Computes what a deployment would do, by simulating it in virtual time.
 *
 * <p>The same scenario gives the same numbers on every machine, however many processors take part.
 */
public interface Predictor {
    /** The prediction for {@code scenario}, made on all processors of this machine. */
    static Prediction predict(Scenario scenario) {
        return predict(scenario, _ -> {});
    }

    /**
     * The prediction for {@code scenario}.
     *
     * @param progress told now and then, on any thread, which share of the most work that there can be is done
     */
    static Prediction predict(Scenario scenario, DoubleConsumer progress) {
        return new Rounds(scenario, progress).predict();
    }

    /**
     * The prediction for {@code replay}, simulated on all processors of this machine. Where the effort does not allow two
     * replications, because so much was sent, that of its scenario: of as many arrivals it matters little which they were.
     */
    static Prediction replay(Replay replay) {
        Replays replays = new Replays(replay);
        return replays.possible() ? replays.predict() : predict(replay.scenario());
    }

    /** What threads that go on for ever would do, simulated on all processors of this machine. */
    static Rehearsed rehearse(Rehearsal rehearsal) {
        return new Stages(rehearsal).together();
    }
}
