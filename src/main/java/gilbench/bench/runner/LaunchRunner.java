package gilbench.bench.runner;

import gilbench.bench.load.LoadDriver;
import gilbench.bench.result.Finding;
import gilbench.bench.result.Trial;
import gilbench.scenario.Plan;
import java.util.List;

/** Makes one launch: starts it, checks its endpoints, warms it up, measures what is missing, and ends it. */
final class LaunchRunner {
    private final Plan plan;
    private final Machinery machinery;
    private final LoadDriver driver;
    private final RunRecord record;
    private final Milestones milestones;
    private final WarmingUp warmingUp;
    private final ProgramTrials programs;
    private final LoadTrials loads;

    LaunchRunner(
            Plan plan,
            Machinery machinery,
            LoadDriver driver,
            RunRecord record,
            Milestones milestones,
            RunClock clock,
            CpuMeter meter) {
        this.plan = plan;
        this.machinery = machinery;
        this.driver = driver;
        this.record = record;
        this.milestones = milestones;
        this.warmingUp = new WarmingUp(driver.unmeasured(), clock);
        this.programs = new ProgramTrials(driver);
        this.loads = new LoadTrials(driver, meter, clock);
    }

    /**
     * Makes the missing trials of {@code launch} in a fresh start. The launch is kept however it ends, once it has
     * started.
     *
     * @param before findings of an earlier start of it
     * @throws Machinery.MachineryException when one of its processes cannot be started or ended before it should
     */
    void run(PlannedLaunch launch, RunSite site, List<Finding> before) throws InterruptedException {
        milestones.begin(name(launch) + ": starting and warming up", launch.overhead());
        LaunchFindings findings = new LaunchFindings(before);
        WarmingUp.Warmed warmed = WarmingUp.Warmed.NOT_AT_ALL;
        try (RunningLaunch running = RunningLaunch.start(launch, machinery, site)) {
            try {
                if (findings.checkEndpoints(driver, running, launch.profiles())) {
                    warmed = warmingUp.warm(running.service(), launch.profiles(), plan.warmUp());
                    warmed.finding(plan).ifPresent(findings::add);
                    findings.compareSpeeds("before", running.service().burnerSpeed());
                    measure(launch, running, site);
                    findings.compareSpeeds("after", running.service().burnerSpeed());
                }
            } finally {
                record.keep(findings.launch(launch, running, warmed));
            }
        }
    }

    private void measure(PlannedLaunch launch, RunningLaunch running, RunSite site) throws InterruptedException {
        for (PlannedTrial planned : record.missing(launch)) {
            milestones.begin(
                    name(launch) + ": " + planned.cell().experiment() + " "
                            + planned.cell().point(),
                    planned.expected());
            Trial trial = switch (planned) {
                case PlannedTrial.OfProgram program -> programs.measure(program, running);
                case PlannedTrial.OfLoad load ->
                    loads.measure(load, running, offer(launch, load, site), Sendings.seed(plan, load.order()));
            };
            running.mustLive();
            record.keep(trial);
        }
    }

    private static Capacities.Offer offer(PlannedLaunch launch, PlannedTrial.OfLoad load, RunSite site) {
        return site.capacities().offer(launch.deployment(), load.experiment(), load.point());
    }

    private static String name(PlannedLaunch launch) {
        return "launch " + (launch.index() + 1) + " " + launch.deployment().name();
    }
}
