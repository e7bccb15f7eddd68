package gilbench.bench.report;

import gilbench.bench.report.Table.Entry;
import gilbench.bench.report.Table.Tone;
import gilbench.bench.result.Finding;
import gilbench.bench.result.Origin;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.Verdict;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Experiment;
import gilbench.scenario.Workload;
import gilbench.scenario.text.ProfileText;

/** Scenario values in the words of a report. */
final class Words {
    private Words() {}

    static String workload(Workload workload) {
        return switch (workload) {
            case Workload.Open(ArrivalPattern pattern, double rate) -> Numbers.plain(rate) + "/s " + pattern.label();
            case Workload.Closed closed ->
                closed.users()
                        + (closed.users() == 1 ? " user" : " users")
                        + (closed.thinkTime().isZero()
                                ? ", no think time"
                                : ", think time " + Numbers.duration(closed.thinkTime()));
        };
    }

    static String experiment(Experiment experiment) {
        return switch (experiment) {
            case Experiment.Program program ->
                program.name() + ": " + program.requests() + " × " + ProfileText.format(program.profile());
            case Experiment.Load load -> load.name() + ": " + ProfileText.format(load.profile());
        };
    }

    static Entry verdict(Verdict verdict) {
        return Entry.of(verdict.label())
                .in(
                        switch (verdict) {
                            case VALID -> Tone.GOOD;
                            case LOWER_BOUND -> Tone.CAUTION;
                            case INVALID -> Tone.BAD;
                        });
    }

    static Entry finding(Finding finding) {
        Entry name = Entry.of(finding.type().label());
        return finding.verdict() == Verdict.VALID
                ? name
                : name.in(verdict(finding.verdict()).tone());
    }

    /** What an interval of this run means, in plain words. */
    static String intervals(RunResult result) {
        if (result.origin() == Origin.PREDICTED) {
            return "Predicted by simulation, not measured. Intervals are 95 % confidence intervals over "
                    + result.plan().launches()
                    + " independent replications; they say nothing about what the model leaves out.";
        }
        return result.plan().quick()
                ? "This is a quick run: each deployment was launched once. Intervals show how much blocks differ within one "
                        + "launch; another launch may differ more. A single window has no interval. For intervals over launches, "
                        + "use a plan with at least five, such as backend."
                : "Intervals are 95 % bootstrap confidence intervals over "
                        + result.plan().launches() + " launches of each deployment in fresh processes.";
    }
}
