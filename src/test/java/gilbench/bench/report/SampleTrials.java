package gilbench.bench.report;

import gilbench.bench.result.Block;
import gilbench.bench.result.CellKey;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.InFlight;
import gilbench.bench.result.Launch;
import gilbench.bench.result.MeanBudget;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.Trial;
import gilbench.bench.stats.Distribution;
import gilbench.scenario.Arrangement;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Experiment;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.TimeBudget;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;

/** Made-up trials of a plan, launch by launch in a shuffled order. */
final class SampleTrials {
    private static final double MACHINE = 1.74;

    private final Plan plan;
    private final int cores;
    private final Random random = new Random(7);
    private final List<Launch> launches = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();

    SampleTrials(Plan plan, int cores) {
        this.plan = plan;
        this.cores = cores;
        make();
    }

    List<Launch> launches() {
        return launches;
    }

    List<Trial> trials() {
        return trials;
    }

    private void make() {
        List<NamedDeployment> order = new ArrayList<>();
        for (int i = 0; i < plan.launches(); i++) {
            order.addAll(plan.deployments());
        }
        Collections.shuffle(order, random);
        for (NamedDeployment deployment : order) {
            launches.add(new Launch(
                    launches.size(),
                    deployment,
                    Duration.ofMillis(1400 + random.nextInt(300)),
                    Duration.ofMillis(3000 + random.nextInt(2000)),
                    List.of()));
            plan.experiments().forEach(experiment -> make(deployment, experiment));
        }
    }

    private void make(NamedDeployment deployment, Experiment experiment) {
        switch (experiment) {
            case Experiment.Program program -> trials.add(program(deployment, program));
            case Experiment.Load load ->
                workloads(deployment.deployment(), load)
                        .forEach(workload -> trials.add(load(deployment, load, workload)));
        }
    }

    private Trial program(NamedDeployment deployment, Experiment.Program program) {
        boolean cpu = !program.profile().cpu().isZero();
        double one = seconds(program.profile().ideal());
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < program.blocks(); i++) {
            double serial = one * program.requests() * overhead(deployment.deployment());
            Map<Arrangement, Duration> service = new EnumMap<>(Arrangement.class);
            Map<Arrangement, Duration> burners = new EnumMap<>(Arrangement.class);
            for (Arrangement arrangement : program.arrangements()) {
                boolean together = arrangement == Arrangement.TOGETHER;
                double speedup = !together ? 1 : cpu ? parallel(deployment.deployment()) : program.requests();
                service.put(arrangement, time(serial / speedup + 0.004));
                if (cpu) {
                    burners.put(arrangement, time(one * program.requests() / (together ? MACHINE : 1)));
                }
            }
            blocks.add(new Block(service, burners));
        }
        CellKey key = new CellKey(deployment.name(), program.name(), "program");
        return new Trial.ProgramTrial(key, launches.size() - 1, trials.size(), program.requests(), blocks, findings());
    }

    private Trial load(NamedDeployment deployment, Experiment.Load load, Workload workload) {
        double capacity = capacity(deployment.deployment(), load.profile());
        double ideal = seconds(load.profile().ideal());
        double offered = switch (workload) {
            case Workload.Open open -> open.rate();
            case Workload.Closed closed -> Math.min(closed.users() / (ideal + 0.001), capacity);
        };
        double busy = offered / capacity;
        double window = seconds(load.window());
        double done = Math.min(offered, capacity * 0.99) * (1 + 0.01 * random.nextGaussian());
        double waiting = seconds(load.profile().cpu()) * Math.min(0.97, busy) / (1 - Math.min(0.97, busy)) / 2;
        double growing = busy > 1 ? (busy - 1) * window : 0;
        Distribution times = times(Math.round(done * window), ideal, waiting, growing);
        long n = times.count();
        CellKey key = new CellKey(deployment.name(), load.name(), point(workload));
        Measurement seen = new Measurement(
                workload,
                load.window(),
                Math.round(offered * window),
                Math.round(offered * window),
                0,
                busy > 1 ? Map.of(End.COMPLETED, n - n / 50, End.REJECTED, n / 50) : Map.of(End.COMPLETED, n),
                times,
                times,
                times,
                times(n, 0, 0.0001, 0),
                new MeanBudget(n, budget(load.profile(), times.mean(), waiting)),
                new InFlight(3, 4, done * times.mean(), Math.round(done * times.mean() * 2)),
                LongStream.range(0, load.window().toSeconds())
                        .map(second -> Math.max(0, Math.round(done * (1 + 0.05 * random.nextGaussian()))))
                        .boxed()
                        .toList(),
                Duration.ofMillis(200));
        return new Trial.LoadTrial(
                key,
                launches.size() - 1,
                trials.size(),
                seen,
                workload instanceof Workload.Open ? OptionalDouble.of(busy) : OptionalDouble.empty(),
                time(n * (seconds(load.profile().cpu()) * overhead(deployment.deployment()) + 0.0008)),
                busy > 1 ? List.of(new Finding(FindingType.SATURATED, "in flight grew from 3 to 81")) : findings());
    }

    private List<Finding> findings() {
        return trials.size() % 29 == 5
                ? List.of(new Finding(FindingType.GENERATOR_BEHIND, "started / offered 0.981, bound 0.99"))
                : List.of();
    }

    private Distribution times(long n, double ideal, double waiting, double growing) {
        Distribution.Recorder recorder = Distribution.recorder();
        for (long i = 0; i < n; i++) {
            double wait = -Math.log(1 - random.nextDouble()) * waiting + growing * i / n;
            recorder.record(Math.round(1e9 * (ideal * (1 + 0.01 * Math.abs(random.nextGaussian())) + wait)));
        }
        return recorder.snapshot();
    }

    private static TimeBudget budget(RequestProfile profile, double total, double waiting) {
        long io = profile.ideal().minus(profile.cpu()).toNanos();
        long gilWait = Math.round(waiting * 0.6e9);
        long whole = Math.round(total * 1e9);
        long queue = Math.max(0, whole - io - gilWait - profile.gilHeld().toNanos() - 400_000);
        return TimeBudget.within(whole, queue, gilWait, profile.gilHeld().toNanos(), 0, io);
    }

    private List<Workload> workloads(Deployment deployment, Experiment.Load load) {
        return switch (load.points()) {
            case Experiment.Points.Rates rates ->
                rates.rates().stream()
                        .map(rate -> (Workload) new Workload.Open(rates.pattern(), rate))
                        .toList();
            case Experiment.Points.Shares shares ->
                shares.shares().stream()
                        .map(share -> Math.round(share * capacity(deployment, load.profile()) * 10) / 10.0)
                        .map(rate -> (Workload) new Workload.Open(shares.pattern(), rate))
                        .toList();
            case Experiment.Points.Users users ->
                users.users().stream()
                        .map(each -> (Workload) new Workload.Closed(each, OptionalInt.empty(), users.thinkTime()))
                        .toList();
        };
    }

    private static String point(Workload workload) {
        return switch (workload) {
            case Workload.Open open -> open.rate() + "/s";
            case Workload.Closed closed -> closed.users() + " users";
        };
    }

    private static double overhead(Deployment deployment) {
        return deployment.interpreter().overhead();
    }

    private double parallel(Deployment deployment) {
        boolean alone = deployment.model() != ConcurrencyModel.WORKER_PROCESSES
                && deployment.interpreter().kind() == InterpreterKind.GIL;
        return alone || deployment.model() == ConcurrencyModel.EVENT_LOOP ? 0.99 : Math.min(cores, MACHINE) * 0.98;
    }

    private double capacity(Deployment deployment, RequestProfile profile) {
        double cpu = parallel(deployment) / (seconds(profile.cpu()) * overhead(deployment));
        return deployment.threadBound()
                ? Math.min(cpu, deployment.threads() * deployment.workers() / seconds(profile.ideal()))
                : cpu;
    }

    private Duration time(double seconds) {
        return Duration.ofNanos(Math.round(seconds * 1e9 * (1 + 0.012 * random.nextGaussian())));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
