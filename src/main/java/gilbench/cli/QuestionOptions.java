package gilbench.cli;

import gilbench.predict.Mix;
import gilbench.predict.Sharing;
import gilbench.predict.WorkerLife;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.Ramp;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.Workload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is to be predicted, for whom, and on what. */
final class QuestionOptions {
    private static final double LEAST_RATE = 1e-3;
    private static final double MOST_RATE = 1e9;

    @Option(
            names = "--profile",
            paramLabel = "STEPS",
            description = "What each request does: python:12ms,io:80ms. Steps: python, opaque, native, io.")
    private @Nullable String profile;

    @Option(
            names = "--mix",
            paramLabel = "MIX",
            description = "Several kinds of requests: '0.7*python:1ms,io:50ms + 0.3*python:40ms'.")
    private @Nullable String mix;

    @Option(names = "--rate", paramLabel = "N", split = ",", description = "Requests per second; several with commas.")
    private @Nullable List<Double> rates;

    @Option(
            names = "--arrivals",
            paramLabel = "A",
            defaultValue = "poisson",
            description = "poisson or constant (${DEFAULT-VALUE}).")
    private ArrivalPattern pattern = ArrivalPattern.POISSON;

    @Option(
            names = "--users",
            paramLabel = "N",
            split = ",",
            description = "Instead of a rate: users who wait for an answer, then think.")
    private @Nullable List<Integer> users;

    @Option(names = "--think", paramLabel = "DURATION", description = "How long a user thinks (default: 0ms).")
    private Duration think = Duration.ZERO;

    @Option(
            names = "--model",
            paramLabel = "M",
            split = ",",
            description = "thread-per-request, virtual-threads, event-loop or worker-processes; several with commas.")
    private @Nullable List<ConcurrencyModel> models;

    @Option(
            names = "--interpreter",
            paramLabel = "I",
            split = ",",
            description =
                    "gil, per-interpreter-gil, free-threaded, a built-in profile such as cpython-3.13, or a file that"
                            + " calibrate wrote; several with commas (default: gil). The machine is that of the first.")
    private @Nullable List<InterpreterProfile> profiles;

    @Option(
            names = "--workers",
            paramLabel = "N..M",
            converter = WholeNumbers.Converter.class,
            description = "Worker processes, or interpreters of per-interpreter-gil: 4, 1..8 or 1,2,4.")
    private @Nullable WholeNumbers workers;

    @Option(
            names = "--threads",
            paramLabel = "N..M",
            converter = WholeNumbers.Converter.class,
            description = "Threads of each process or interpreter: 16, 1..64 or 1,4,16.")
    private @Nullable WholeNumbers threads;

    @Mixin
    private final BoundOptions bounds = new BoundOptions();

    @Mixin
    private final LifeOptions lives = new LifeOptions();

    @Option(
            names = "--sharing",
            paramLabel = "S",
            defaultValue = "shared",
            description = "How worker processes share what waits: shared, or hashed as with SO_REUSEPORT (shared).")
    private Sharing sharing = Sharing.SHARED;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of all randomness (default: 1).")
    private Long seed = Defaults.SEED;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the report; must not exist, or be empty (default: results/TIME-COMMAND).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print results.json, and nothing else, on standard output.")
    private boolean json;

    /** What is asked for. */
    Mix mix() {
        one("--profile", profile, "--mix", mix);
        return profile != null ? Mix.of(checked(profile)) : MixText.parse(Objects.requireNonNull(mix));
    }

    private static void one(String key, @Nullable Object value, String other, @Nullable Object otherValue) {
        if (value == null && otherValue == null) {
            throw new BoundException(key, "nothing", "is given, and no " + other + ": one of them must be");
        }
        if (value != null && otherValue != null) {
            throw new BoundException(key, "and " + other, "are both given: one of them must be");
        }
    }

    private static void some(String key, @Nullable List<?> values) {
        if (values != null && values.isEmpty()) {
            throw new BoundException(key, "','", "must name at least one");
        }
    }

    private static RequestProfile checked(String text) {
        return MixText.profile("--profile", text);
    }

    /** The one point of a load whose rate changes: its mean. */
    List<Workload> workloads(Ramp ramp) {
        if (rates != null || users != null) {
            throw new BoundException(
                    "--ramp", "and " + (rates != null ? "--rate" : "--users"), "are both given: one of them must be");
        }
        return List.of(new Workload.Open(pattern, ramp.mean()));
    }

    /** The points of the load. */
    List<Workload> workloads() {
        one("--rate", rates, "--users", users);
        some("--rate", rates);
        some("--users", users);
        return rates != null
                ? rates.stream().<Workload>map(this::open).toList()
                : Objects.requireNonNull(users).stream()
                        .<Workload>map(this::closed)
                        .toList();
    }

    private Workload.Open open(double rate) {
        if (rate > MOST_RATE || (rate > 0 && rate < LEAST_RATE)) {
            throw new BoundException("--rate", Double.toString(rate), "must be at least 0.001 and at most 1000000000");
        }
        return optioned(() -> new Workload.Open(pattern, rate));
    }

    private Workload.Closed closed(int number) {
        return optioned(() -> new Workload.Closed(number, OptionalInt.empty(), think));
    }

    /** The models, or {@code byDefault}. */
    List<ConcurrencyModel> models(List<ConcurrencyModel> byDefault) {
        some("--model", models);
        return models == null ? byDefault : models.stream().distinct().toList();
    }

    List<Interpreter> interpreters() {
        return profiles().stream()
                .map(InterpreterProfile::interpreter)
                .distinct()
                .map(each -> optioned(() -> bounds.switching(each)))
                .toList();
    }

    /** What the machine adds. */
    MachineTimes times() {
        return profiles().getFirst().times();
    }

    private List<InterpreterProfile> profiles() {
        some("--interpreter", profiles);
        return profiles == null ? List.of(ChosenInterpreter.profile(InterpreterKind.GIL.label())) : profiles;
    }

    /** Numbers of workers, or {@code byDefault}. */
    List<Integer> workers(WholeNumbers byDefault) {
        return Objects.requireNonNullElse(workers, byDefault).values();
    }

    /** Numbers of threads, or {@code byDefault}. */
    List<Integer> threads(WholeNumbers byDefault) {
        return Objects.requireNonNullElse(threads, byDefault).values();
    }

    /** What a deployment may use. */
    BoundOptions bounds() {
        return bounds;
    }

    /** When workers end, of which one of {@code models} must have some then. */
    WorkerLife life(List<ConcurrencyModel> models) {
        return lives.life(models);
    }

    Sharing sharing() {
        return sharing;
    }

    long seed() {
        return seed;
    }

    boolean json() {
        return json;
    }

    /** The folder of the report of {@code command}. */
    Path folder(String command) {
        return out != null ? out : ResultFolders.named(command);
    }

    /** The value, with the option as the key of what is wrong with it. */
    static <T> T optioned(Supplier<T> value) {
        try {
            return value.get();
        } catch (BoundException wrong) {
            throw wrong.key().startsWith("--")
                    ? wrong
                    : new BoundException("--" + wrong.key(), wrong.value(), wrong.bound());
        }
    }
}
