package gilbench.bench.load;

import gilbench.bench.result.MeanBudget;
import gilbench.scenario.TimeBudget;

/** The sum of time budgets, in nanoseconds. Not safe for several threads. */
final class BudgetSum {
    private long n;
    private long queue;
    private long gilWait;
    private long python;
    private long nativeTime;
    private long io;
    private long other;
    private long total;

    void add(TimeBudget budget) {
        n++;
        queue += budget.queue();
        gilWait += budget.gilWait();
        python += budget.python();
        nativeTime += budget.nativeTime();
        io += budget.io();
        other += budget.other();
        total += budget.total();
    }

    MeanBudget mean() {
        return n == 0
                ? MeanBudget.NONE
                : new MeanBudget(
                        n,
                        new TimeBudget(
                                mean(queue),
                                mean(gilWait),
                                mean(python),
                                mean(nativeTime),
                                mean(io),
                                mean(other),
                                mean(total)));
    }

    private long mean(long sum) {
        return Math.round((double) sum / n);
    }
}
