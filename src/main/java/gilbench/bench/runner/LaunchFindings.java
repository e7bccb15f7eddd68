package gilbench.bench.runner;

import gilbench.bench.load.EndpointCheckException;
import gilbench.bench.load.LoadDriver;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Launch;
import gilbench.scenario.RequestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is noticed about one launch, apart from its trials. */
final class LaunchFindings {
    private static final double MOST_DRIFT = 0.02;

    private final List<Finding> findings;

    /** Goes on from the findings of an earlier start. */
    LaunchFindings(List<Finding> before) {
        findings = new ArrayList<>(before);
    }

    /** Asks for each profile once; whether every answer was as it should be. */
    boolean checkEndpoints(LoadDriver driver, RunningLaunch running, List<RequestProfile> profiles)
            throws InterruptedException {
        boolean all = true;
        for (RequestProfile profile : profiles) {
            try {
                driver.check(running.service().uri(), profile);
            } catch (EndpointCheckException e) {
                running.mustLive();
                findings.add(new Finding(FindingType.ENDPOINT_CHECK, String.valueOf(e.getMessage())));
                all = false;
            }
        }
        return all;
    }

    /** Notes every process whose burner is more than 2 % off the calibrated speed. */
    void compareSpeeds(String when, List<Double> speeds) {
        for (int i = 0; i < speeds.size(); i++) {
            double off = speeds.get(i) - 1;
            if (Math.abs(off) > MOST_DRIFT) {
                findings.add(new Finding(
                        FindingType.CALIBRATION_DRIFT,
                        String.format(
                                Locale.ROOT,
                                "%s the trials, the burner of process %d ran %+.1f %% off the calibrated speed, bound 2 %%",
                                when,
                                i + 1,
                                off * 100)));
            }
        }
    }

    /** Notes something. */
    void add(Finding finding) {
        findings.add(finding);
    }

    /** The launch as a result. */
    Launch launch(PlannedLaunch planned, RunningLaunch running, WarmingUp.Warmed warmed) {
        return new Launch(
                planned.index(), planned.deployment(), running.service().startUp(), warmed.took(), findings);
    }
}
