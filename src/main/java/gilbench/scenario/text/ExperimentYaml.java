package gilbench.scenario.text;

import gilbench.scenario.Arrangement;
import gilbench.scenario.ArrivalPattern;
import gilbench.scenario.Defaults;
import gilbench.scenario.Experiment;
import gilbench.scenario.Experiment.Points;
import gilbench.scenario.Limits;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** The YAML form of an experiment: {@code program:} or {@code load:} names the request profile and decides the other keys. */
final class ExperimentYaml {
    private static final Duration LONGEST_WINDOW = Duration.ofHours(1);
    private static final double HIGHEST_RATE = 100_000;
    private static final double HIGHEST_SHARE = 10;
    private static final RequestProfile STAND_IN = RequestProfile.of(StepKind.PYTHON, Duration.ofMillis(1));

    private ExperimentYaml() {}

    static Optional<? extends Experiment> read(Section section) {
        String name = section.required("name", "stand-in", Values.line("name", 64));
        if (section.has("program")) {
            return program(section, name);
        }
        if (section.has("load")) {
            return load(section, name);
        }
        section.note("program", "is missing: an experiment has program: or load: with a request profile");
        return Optional.empty();
    }

    private static RequestProfile profile(String text) {
        return ProfileText.parse(text, Limits.DEFAULT);
    }

    private static Optional<Experiment> program(Section section, String name) {
        RequestProfile profile = section.required("program", STAND_IN, ExperimentYaml::profile);
        int requests = section.required("requests", 1, Values.whole("requests", 1, 16_384));
        int blocks = section.optional("blocks", Defaults.BLOCKS, Values.whole("blocks", 1, 10_000));
        Set<Arrangement> arrangements = section.has("arrangements")
                ? EnumSet.copyOf(section.values(
                        "arrangements", Arrangement.TOGETHER, Values.word("arrangements", Arrangement.class)))
                : EnumSet.allOf(Arrangement.class);
        return section.build(() -> new Experiment.Program(name, profile, requests, blocks, arrangements));
    }

    private static Optional<Experiment> load(Section section, String name) {
        RequestProfile profile = section.required("load", STAND_IN, ExperimentYaml::profile);
        section.refuse("ramp", "is predicted, not measured: gilbench predict --ramp");
        Points points = points(section);
        Duration window = section.optional("window", Defaults.WINDOW, Values.positive("window", LONGEST_WINDOW));
        return section.build(() -> new Experiment.Load(name, profile, points, window));
    }

    private static Points points(Section section) {
        List<String> given =
                Stream.of("rates", "shares", "users").filter(section::has).toList();
        if (given.size() != 1) {
            section.note(
                    given.isEmpty() ? "rates" : given.getLast(),
                    "a load has one of rates:, shares: or users:, this one has "
                            + (given.isEmpty() ? "none" : String.join(", ", given)));
        }
        if (given.contains("users")) {
            return users(section);
        }
        ArrivalPattern pattern =
                section.optional("arrivals", ArrivalPattern.POISSON, Values.word("arrivals", ArrivalPattern.class));
        return given.contains("shares")
                ? new Points.Shares(pattern, section.values("shares", 1.0, Values.positive("shares", HIGHEST_SHARE)))
                : rates(section, pattern, given);
    }

    private static Points rates(Section section, ArrivalPattern pattern, List<String> given) {
        return new Points.Rates(
                pattern,
                given.isEmpty() ? List.of(1.0) : section.values("rates", 1.0, Values.positive("rates", HIGHEST_RATE)));
    }

    private static Points users(Section section) {
        OptionalInt requestsEach = section.optional(
                "requests-each",
                OptionalInt.empty(),
                Values.whole("requests-each", 1, 1_000_000).andThen(OptionalInt::of));
        return new Points.Users(
                section.values("users", 1, Values.whole("users", 1, 16_384)),
                requestsEach,
                section.optional("think-time", Duration.ZERO, DurationText::parse));
    }
}
