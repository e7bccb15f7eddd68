package gilbench.bench.report;

import gilbench.bench.result.Launch;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.Trial;
import gilbench.bench.runner.RunStore;
import gilbench.scenario.Calibration;
import gilbench.scenario.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a run: what is needed to go on with it ({@code plan.json}, {@code calibration.json}, {@code run.jsonl})
 * and, once written, its result in every form ({@code report.html}, {@code report.md}, {@code results.json},
 * {@code trials.csv}, {@code histograms/}).
 *
 * <p>Not safe for several threads or processes at once. Files that cannot be written or read end in an
 * {@link UncheckedIOException}.
 */
public final class RunFolder implements RunStore {
    /** The version of what is needed to go on, which changes less often than the form of a result. */
    private static final int SCHEMA = 1;

    private static final String PLAN = "plan.json";
    private static final String CALIBRATION = "calibration.json";

    private final Path directory;
    private final Plan plan;
    private final Journal journal;
    private final List<Launch> launches = new ArrayList<>();
    private final List<Trial> trials = new ArrayList<>();
    private Optional<Calibration> calibration = Optional.empty();

    private RunFolder(Path directory, Plan plan) {
        this.directory = directory;
        this.plan = plan;
        this.journal = new Journal(directory.resolve("run.jsonl"));
    }

    /** The plan as it is stored. */
    record StoredPlan(int schema, Plan plan) {}

    /**
     * Begins the folder of a new run.
     *
     * @throws RunFolderException when {@code directory} is a file, or a folder that is not empty
     */
    public static RunFolder create(Path directory, Plan plan) {
        begin(directory);
        RunFolder folder = new RunFolder(directory, plan);
        folder.store(PLAN, new StoredPlan(SCHEMA, plan));
        return folder;
    }

    /** Makes {@code directory}, which must not exist or be an empty folder. */
    static void begin(Path directory) {
        if (Files.exists(directory) && !isEmptyFolder(directory)) {
            throw new RunFolderException(directory + ": must not exist, or be an empty folder");
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory + ": " + e.getMessage(), e);
        }
    }

    /**
     * Opens the folder of a run that has not ended. A line torn by a kill is cut off.
     *
     * @throws RunFolderException when a file is missing or corrupt, or of another schema
     */
    public static RunFolder resume(Path directory) {
        StoredPlan stored = Stored.read(directory.resolve(PLAN), StoredPlan.class);
        if (stored.schema() != SCHEMA) {
            throw new RunFolderException(
                    directory.resolve(PLAN) + ": schema " + stored.schema() + ", but this version reads " + SCHEMA);
        }
        RunFolder folder = new RunFolder(directory, stored.plan());
        folder.recover();
        return folder;
    }

    /** Where it is. */
    public Path directory() {
        return directory;
    }

    /** What is being run. */
    public Plan plan() {
        return plan;
    }

    /** The report for people. */
    public Path report() {
        return directory.resolve("report.html");
    }

    @Override
    public Optional<Calibration> calibration() {
        return calibration;
    }

    @Override
    public List<Launch> launches() {
        return List.copyOf(launches);
    }

    @Override
    public List<Trial> trials() {
        return List.copyOf(trials);
    }

    @Override
    public void keep(Calibration measured) {
        store(CALIBRATION, measured);
        calibration = Optional.of(measured);
    }

    @Override
    public void keep(Launch launch) {
        journal.append(new Journal.KeptLaunch(launch));
        launches.add(launch);
    }

    @Override
    public void keep(Trial trial) {
        journal.append(new Journal.KeptTrial(trial));
        trials.add(trial);
    }

    @Override
    public void write(RunResult result) {
        write(result, Supplement.NONE);
    }

    /** Writes the whole result in every form; those for people begin with {@code supplement}. */
    public void write(RunResult result, Supplement supplement) {
        write("results.json", ResultsJson.of(result));
        write("trials.csv", TrialsCsv.of(result));
        write("report.md", MarkdownReport.of(result, supplement));
        HistogramLogs.of(result).forEach(this::write);
        write("report.html", HtmlReport.of(result, supplement));
    }

    private void recover() {
        if (Files.exists(directory.resolve(CALIBRATION))) {
            calibration = Optional.of(Stored.read(directory.resolve(CALIBRATION), Calibration.class));
        }
        for (Journal.Entry entry : journal.recover()) {
            switch (entry) {
                case Journal.KeptLaunch(Launch launch) -> launches.add(launch);
                case Journal.KeptTrial(Trial trial) -> trials.add(trial);
            }
        }
    }

    private void store(String name, Object value) {
        write(name, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n");
    }

    private void write(String name, String text) {
        Path file = directory.resolve(name);
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + file.getParent() + ": " + e.getMessage(), e);
        }
        AtomicFile.write(file, text);
    }

    private static boolean isEmptyFolder(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }
}
