package gilbench.page;

import gilbench.predict.Mix;
import gilbench.predict.Scenario;
import gilbench.predict.Sharing;
import gilbench.predict.WorkerLife;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Defaults;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.Ramp;
import gilbench.scenario.Workload;
import gilbench.scenario.text.BundledInterpreters;
import gilbench.scenario.text.RampText;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The JSON form of a scenario: the options of {@code predict} as keys, without their hyphens in front. */
final class ScenarioBody {
    private static final int MOST_THREADS = 65_536;
    private static final double LEAST_RATE = 1e-3;
    private static final double MOST_RATE = 1e9;

    private final Body body;
    private final WorkLimit limit;

    private ScenarioBody(Body body, WorkLimit limit) {
        this.body = body;
        this.limit = limit;
    }

    /**
     * Reads one.
     *
     * @param mixes reads the text form of a mix
     * @throws BoundException with the key, the value and what it must be
     */
    static Scenario read(Map<String, Object> values, WorkLimit limit, Function<String, Mix> mixes) {
        Body body = new Body(values);
        Scenario scenario = new ScenarioBody(body, limit).scenario(mixes);
        body.end();
        return scenario;
    }

    private Scenario scenario(Function<String, Mix> mixes) {
        InterpreterProfile profile = interpreter();
        Optional<Ramp> ramp = ramp();
        return new Scenario(
                deployment(switching(profile.interpreter())),
                profile.times(),
                mix(mixes),
                ramp.map(this::workload).orElseGet(this::workload),
                body.word("sharing", Sharing.class, Sharing.SHARED),
                body.wholeLong("seed").orElse(Defaults.SEED),
                limit.effort(body.wholeLong("requests").orElse(limit.requests()), body.whole("replications", 10)),
                life(),
                ramp);
    }

    private Optional<Ramp> ramp() {
        Optional<String> rates = body.text("ramp");
        Optional<Duration> over = body.duration("over");
        if (rates.isPresent() != over.isPresent()) {
            String given = rates.isPresent() ? "ramp" : "over";
            throw new BoundException(given, "alone", "is given: a ramp has ramp and over, such as 50..400 and 60s");
        }
        return rates.map(text -> RampText.parse(text, over.orElseThrow()));
    }

    private WorkerLife life() {
        return WorkerLife.of(optional("recycle-after"), optional("recycle-jitter"), body.duration("lose-worker-every"));
    }

    private OptionalInt optional(String key) {
        return body.whole(key).map(OptionalInt::of).orElse(OptionalInt.empty());
    }

    private Mix mix(Function<String, Mix> mixes) {
        Optional<String> profile = body.text("profile");
        Optional<String> mix = body.text("mix");
        one("profile", profile, "mix", mix);
        String key = profile.isPresent() ? "profile" : "mix";
        try {
            Mix read = mixes.apply(profile.or(() -> mix).orElseThrow());
            if (profile.isPresent() && read.parts().size() > 1) {
                throw new BoundException(key, profile.get(), "must be one profile; several are a mix");
            }
            return read;
        } catch (BoundException wrong) {
            throw new BoundException(key, wrong.value(), wrong.bound());
        }
    }

    private Workload workload(Ramp ramp) {
        for (String key : List.of("rate", "users")) {
            if (body.has(key)) {
                throw new BoundException("ramp", "and " + key, "are both given: one of them must be");
            }
        }
        return new Workload.Open(body.word("arrivals", ArrivalPattern.class, ArrivalPattern.POISSON), ramp.mean());
    }

    private Workload workload() {
        Optional<Double> rate = body.number("rate");
        Optional<Integer> users = body.whole("users");
        ArrivalPattern pattern = body.word("arrivals", ArrivalPattern.class, ArrivalPattern.POISSON);
        Duration think = body.duration("think").orElse(Duration.ZERO);
        one("rate", rate, "users", users);
        rate.filter(each -> each > MOST_RATE || (each > 0 && each < LEAST_RATE)).ifPresent(each -> {
            throw new BoundException("rate", each.toString(), "must be at least 0.001 and at most 1000000000");
        });
        return rate.isPresent()
                ? new Workload.Open(pattern, rate.get())
                : new Workload.Closed(users.orElseThrow(), OptionalInt.empty(), think);
    }

    private static void one(String key, Optional<?> value, String other, Optional<?> otherValue) {
        if (value.isPresent() == otherValue.isPresent()) {
            throw value.isPresent()
                    ? new BoundException(key, "and " + other, "are both given: one of them must be")
                    : new BoundException(key, "nothing", "is given, and no " + other + ": one of them must be");
        }
    }

    private InterpreterProfile interpreter() {
        return BundledInterpreters.named(body.text("interpreter").orElse(InterpreterKind.GIL.label()));
    }

    private Interpreter switching(Interpreter interpreter) {
        return body.duration("switch-interval")
                .map(interpreter::withSwitchInterval)
                .orElse(interpreter);
    }

    private Deployment deployment(Interpreter interpreter) {
        int cores = body.whole("cores", Runtime.getRuntime().availableProcessors());
        ConcurrencyModel model = body.word("model", ConcurrencyModel.class, ConcurrencyModel.THREAD_PER_REQUEST);
        Deployment defaults = Deployment.of(model, interpreter, Math.clamp(cores, 1, 256));
        Deployment asked = new Deployment(
                model,
                interpreter,
                body.whole("workers", defaults.workers()),
                body.whole("threads", defaults.threads()),
                body.whole("queue", defaults.queue()),
                body.whole("max-in-flight", defaults.maxInFlight()),
                cores,
                body.duration("deadline").orElse(defaults.deadline()));
        if (asked.workers() * asked.threads() > MOST_THREADS) {
            throw new BoundException(
                    "threads",
                    asked.workers() + " x " + asked.threads(),
                    "must be at most " + MOST_THREADS + " with all workers");
        }
        return asked;
    }
}
