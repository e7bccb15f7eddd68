package gilbench.predict;

import gilbench.predict.Model.Load;
import java.util.Collections;
import java.util.SplittableRandom;

/** Requests that arrive at the same moment where nothing else is under way. */
public final class Simultaneous {
    private Simultaneous() {}

    /**
     * How long it takes until the last of them ends, on average, in seconds.
     *
     * @param scenario its workload has no meaning here
     * @param requests how many, at least 1
     * @param repetitions over how many to average, at least 1
     */
    public static double lastEnd(Scenario scenario, int requests, int repetitions) {
        Model model = ModelOf.scenario(scenario).with(new Load.Script(Collections.nCopies(requests, 0L)));
        SplittableRandom seeds = new SplittableRandom(scenario.seed());
        double sum = 0;
        for (int i = 0; i < repetitions; i++) {
            sum += new Simulation(model, seeds.nextLong())
                    .observe(0, model.deadline(), Long.MAX_VALUE)
                    .allTimes()
                    .max();
        }
        return sum / repetitions / 1e9;
    }
}
