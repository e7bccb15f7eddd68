package gilbench.cli;

import gilbench.bench.load.EndpointCheckException;
import gilbench.bench.load.LoadDriver;
import gilbench.profile.Advisor;
import gilbench.profile.Checked;
import gilbench.profile.Crowd;
import gilbench.profile.Diagnosis;
import gilbench.profile.Diagnostician;
import gilbench.profile.GilWatch;
import gilbench.profile.Observations;
import gilbench.profile.Outlook;
import gilbench.profile.ProcessTree;
import gilbench.profile.ProfileException;
import gilbench.profile.Survey;
import gilbench.profile.Verification;
import gilbench.profile.spy.PySpy;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Finds the request profile of a running Python service, and computes what would help it. */
@Command(
        name = "profile",
        description = {
            "Measures what a request of a running Python service costs, whatever its framework: it sends GETs, one at a time,",
            "two and three at once, then eight users, and reads from /proc what they take. Then it computes what would help."
        })
final class ProfileCommand implements Callable<Integer> {
    private static final double CROWD_SHARE = 0.2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ProfileOptions options;

    @Override
    public Integer call() throws InterruptedException {
        URI address = options.address();
        Optional<URI> baseline = options.baseline();
        options.check();
        ProcessTree tree = ProcessTree.of(options.process());
        try {
            reachable(address);
            if (baseline.isPresent()) {
                reachable(baseline.get());
            }
            ProfileAnswer answer = answer(new Survey(address, baseline, tree, options.cores(), share(1 - CROWD_SHARE)));
            PrintWriter out = spec.commandLine().getOut();
            out.print(options.json() ? ProfileJson.of(answer) : ProfileSummary.of(answer));
            out.flush();
            return ExitCode.OK.code();
        } catch (ProfileException e) {
            throw new UnfitEnvironmentException(String.valueOf(e.getMessage()));
        }
    }

    private static void reachable(URI address) throws InterruptedException {
        try (LoadDriver driver = LoadDriver.embeddedForAnyService()) {
            driver.check(address, RequestProfile.of(StepKind.PYTHON, Duration.ZERO));
        } catch (EndpointCheckException e) {
            throw new UnfitEnvironmentException(String.valueOf(e.getMessage()));
        }
    }

    private ProfileAnswer answer(Survey survey) throws InterruptedException {
        Observations seen;
        try (PatientProgress progress = new PatientProgress("profiling")) {
            seen = survey.measure(LoadDriver::embeddedForAnyService, ProfileCommand::say, progress);
        }
        Advisor advisor = new Advisor(options.machine(), options.cores(), options.threads());
        Diagnosis found =
                advisor.informed(watched(survey, new Diagnostician(options.machine()).diagnose(seen)), crowd(survey));
        List<Outlook> outlooks = outlooks(advisor, found, options.rate());
        List<Checked> checked = options.verify() ? verified(survey, advisor, found) : List.of();
        return new ProfileAnswer(survey.address(), found, outlooks, checked);
    }

    private Crowd crowd(Survey survey) throws InterruptedException {
        try (LoadDriver driver = LoadDriver.embeddedForAnyService()) {
            return Crowd.drive(driver, survey.address(), survey.tree(), share(CROWD_SHARE), ProfileCommand::say);
        }
    }

    private Duration share(double part) {
        return Duration.ofNanos(Math.round(part * options.length().toNanos()));
    }

    private Diagnosis watched(Survey survey, Diagnosis found) throws InterruptedException {
        Optional<PySpy> spy = options.pySpy();
        if (spy.isEmpty()) {
            return found;
        }
        GilWatch watch = new GilWatch(survey.address(), survey.tree(), options.process(), spy.get());
        return found.weighed(watch.watch(LoadDriver::embeddedForAnyService, ProfileCommand::say));
    }

    private static List<Outlook> outlooks(Advisor advisor, Diagnosis found, OptionalDouble rate) {
        try (PatientProgress progress = new PatientProgress("predicting")) {
            return advisor.outlooks(found, rate, progress);
        }
    }

    private List<Checked> verified(Survey survey, Advisor advisor, Diagnosis found) throws InterruptedException {
        long seed = options.verifySeed();
        say("verifying with --verify-seed " + seed);
        Verification verification = new Verification(
                survey.address(),
                survey.tree(),
                MachineLoad.ofThisMachine()::busy,
                options.machine(),
                options.verifyLength(),
                seed);
        try (LoadDriver driver = LoadDriver.embeddedForAnyService()) {
            return verification.check(driver, advisor.today(found), found.costAmongOthers(), ProfileCommand::say);
        }
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
