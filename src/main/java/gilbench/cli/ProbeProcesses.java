package gilbench.cli;

import gilbench.bench.runner.Machinery.MachineryException;
import gilbench.bench.runner.RunClock;
import gilbench.cli.ValidationCalibration.Part;
import gilbench.cli.probe.ProbeJson;
import gilbench.cpython.Python;
import gilbench.cpython.probe.ProbeReply;
import gilbench.cpython.probe.ProbeRunner;
import gilbench.cpython.probe.ProbeSide;
import gilbench.cpython.probe.ProbeTask;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Probes in processes of their own: one Python, and this program started anew. Each is started when first needed. */
final class ProbeProcesses implements ProbeRunner, AutoCloseable {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final int STARTS = 3;
    private static final String STEALING = "signal-stealing";
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final JavaCommand java = JavaCommand.ofThisProcess();
    private final MachineLoad load = MachineLoad.ofThisMachine();
    private final Map<ProbeSide, List<ChildProcess>> children = new EnumMap<>(ProbeSide.class);
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final String run;
    private final Path folder;
    private final List<String> python;
    private final ProbeJson.Costs realCosts;
    private final ProbeJson.Costs simulatedCosts;
    private final RecentStealing stealing;
    private ProbeSide watched = ProbeSide.CONTROL;

    /** Calibrates, and again when that was disturbed. */
    interface Watch {
        /** What the calibration of {@code part} sees. */
        ProbeJson.Costs observe(Part part, QuietCalibration.Observation<ProbeJson.Costs> costs)
                throws InterruptedException;
    }

    private ProbeProcesses(String run, Python python, Watch watch) throws InterruptedException, IOException {
        this.run = run;
        this.folder = Files.createTempDirectory("gilbench-probe");
        Path script = folder.resolve("probe.py");
        copyScript(script);
        this.python = List.of(python.path().toString(), script.toString());
        try {
            children(ProbeSide.REAL, 1);
            this.realCosts = watch.observe(Part.PYTHON, () -> costs(ProbeSide.REAL, new ProbeJson.Costs(Map.of())));
            children(ProbeSide.SIMULATED, 1);
            this.simulatedCosts = watch.observe(Part.SIMULATION, () -> costs(ProbeSide.SIMULATED, realCosts));
            this.stealing = new RecentStealing(RunClock.system(), realCosts.get(STEALING));
        } catch (InterruptedException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts a probe of either side and calibrates both once.
     *
     * @param run the run that they are started for
     * @throws MachineryException when one cannot be started
     */
    static ProbeProcesses start(String run, Python python) throws InterruptedException {
        return start(run, python, (_, costs) -> costs.observe());
    }

    /**
     * Starts a probe of either side and calibrates both.
     *
     * @param run the run that they are started for
     * @param watch sees to it that nobody disturbs
     * @throws MachineryException when one cannot be started
     */
    static ProbeProcesses start(String run, Python python, Watch watch) throws InterruptedException {
        try {
            return new ProbeProcesses(run, python, watch);
        } catch (IOException e) {
            throw new MachineryException("cannot write the probe of Python: " + e.getMessage());
        }
    }

    @Override
    public ProbeReply run(ProbeSide side, int processes, ProbeTask task) throws InterruptedException {
        String line = ProbeJson.run(costs(side), task);
        Duration timeout = task.window().plus(GRACE);
        List<Future<String>> answers = new ArrayList<>();
        for (ChildProcess child : children(side, processes)) {
            answers.add(callers.submit(() -> child.ask(line, timeout)));
        }
        List<ProbeReply> replies = new ArrayList<>();
        for (Future<String> answer : answers) {
            replies.add(ProbeJson.reply(await(answer)));
        }
        return ProbeReply.together(replies);
    }

    @Override
    public MachineReading reading() {
        return load.reading();
    }

    /** What the real side measures of itself and of the machine, for some seconds. */
    ProbeJson.Costs machine() throws InterruptedException {
        String answer = children(ProbeSide.REAL, 1).getFirst().ask(ProbeJson.machine(), GRACE);
        return ProbeJson.costs(ProbeJson.tree(answer));
    }

    /** From starting a process of the real side until it is ready: the least of three. */
    Duration startTime() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < STARTS; i++) {
            long began = System.nanoTime();
            try (ChildProcess child = ChildProcess.start(name(ProbeSide.REAL), run, command(ProbeSide.REAL))) {
                child.nextLine(START_TIMEOUT);
                least = Math.min(least, System.nanoTime() - began);
            }
        }
        return Duration.ofNanos(least);
    }

    @Override
    public void close() {
        callers.shutdownNow();
        children.values().forEach(side -> side.forEach(ChildProcess::close));
        try {
            Files.deleteIfExists(folder.resolve("probe.py"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            System.err.println("gilbench: cannot delete " + folder + ": " + e.getMessage());
        }
    }

    private ProbeJson.Costs costs(ProbeSide side) throws InterruptedException {
        return side == ProbeSide.SIMULATED
                ? simulatedCosts.with(STEALING, stealing.share(this::stolenOfOneSet))
                : realCosts;
    }

    /** The real side and its control take turns. */
    private double stolenOfOneSet() throws InterruptedException {
        watched = watched == ProbeSide.REAL ? ProbeSide.CONTROL : ProbeSide.REAL;
        String answer = children(watched, 1).getFirst().ask(ProbeJson.stealing(), GRACE);
        return ProbeJson.costs(ProbeJson.tree(answer)).get(STEALING);
    }

    private ProbeJson.Costs costs(ProbeSide side, ProbeJson.Costs other) throws InterruptedException {
        String answer = children(side, 1).getFirst().ask(ProbeJson.calibrate(other), GRACE);
        return ProbeJson.costs(ProbeJson.tree(answer));
    }

    private List<ChildProcess> children(ProbeSide side, int count) throws InterruptedException {
        List<ChildProcess> started = children.computeIfAbsent(side, _ -> new ArrayList<>());
        while (started.size() < count) {
            ChildProcess child = ChildProcess.start(name(side), run, command(side));
            started.add(child);
            child.nextLine(START_TIMEOUT);
        }
        return started.subList(0, count);
    }

    private List<String> command(ProbeSide side) {
        return switch (side) {
            case REAL, CONTROL ->
                List.of(python.getFirst(), "-I", "-u", python.getLast(), python.getFirst(), python.getLast());
            case SIMULATED -> java.plain("probe", "--client", python.getFirst(), "--client", python.getLast());
        };
    }

    private static String name(ProbeSide side) {
        return side == ProbeSide.SIMULATED ? "simulated probe" : "Python probe";
    }

    private static String await(Future<String> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private static void copyScript(Path to) throws IOException {
        try (InputStream in = Python.class.getResourceAsStream("probe.py")) {
            if (in == null) {
                throw new IllegalStateException("probe.py is not on the class path");
            }
            Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
