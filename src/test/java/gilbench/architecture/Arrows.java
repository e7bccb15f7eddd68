package gilbench.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The arrows between packages, below a root package, so that the rules can be run on a fixture as well. */
final class Arrows {
    /** What each package may import of ours, {@code scenario} apart, which everybody may import. */
    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            Map.entry("scenario", Set.of()),
            Map.entry("scenario.text", Set.of()),
            Map.entry("service.gil", Set.of()),
            Map.entry("service.interpreter", Set.of("service.gil")),
            Map.entry("service.downstream", Set.of("service.interpreter")),
            Map.entry("service.execution", Set.of("service.gil", "service.interpreter")),
            Map.entry("service.worker.wire", Set.of("service.gil", "service.execution", "scenario.text")),
            Map.entry("service.worker.pool", Set.of("service.gil", "service.execution", "service.worker.wire")),
            Map.entry(
                    "service.worker.child",
                    Set.of(
                            "service.gil",
                            "service.interpreter",
                            "service.downstream",
                            "service.execution",
                            "service.worker.wire")),
            Map.entry("service.telemetry", Set.of("service.gil", "service.execution")),
            Map.entry(
                    "service.web",
                    Set.of("service.execution", "service.downstream", "service.telemetry", "scenario.text")),
            Map.entry("bench.arrival", Set.of()),
            Map.entry("bench.stats", Set.of()),
            Map.entry("bench.result", Set.of("bench.stats")),
            Map.entry("bench.load", Set.of("bench.arrival", "bench.stats", "bench.result", "scenario.text")),
            Map.entry("bench.judge", Set.of("bench.stats", "bench.result")),
            Map.entry(
                    "bench.runner",
                    Set.of(
                            "bench.arrival",
                            "bench.load",
                            "bench.stats",
                            "bench.result",
                            "bench.judge",
                            "scenario.text")),
            Map.entry(
                    "bench.report",
                    Set.of("bench.stats", "bench.result", "bench.judge", "bench.runner", "scenario.text")),
            Map.entry("predict", Set.of("bench.arrival", "bench.stats", "bench.result")),
            Map.entry("cpython", Set.of("bench.runner", "bench.stats", "bench.result", "scenario.text")),
            Map.entry("cpython.probe", Set.of()),
            Map.entry("cpython.compare", Set.of("bench.stats")),
            Map.entry(
                    "cpython.validate",
                    Set.of("cpython.probe", "cpython.compare", "bench.runner", "bench.stats", "bench.result")),
            Map.entry("cli.probe", Set.of("cpython.probe", "service.gil", "service.interpreter", "scenario.text")),
            Map.entry("profile.spy", Set.of()),
            Map.entry(
                    "profile",
                    Set.of(
                            "profile.spy",
                            "predict",
                            "bench.arrival",
                            "bench.load",
                            "bench.stats",
                            "bench.result",
                            "scenario.text")),
            Map.entry("page", Set.of("predict", "bench.result", "scenario.text")));

    private final String root;

    Arrows(String root) {
        this.root = root;
    }

    /** Every arrow is in the table; only {@code cli} names whatever it likes. */
    ArchRule everyArrowIsAllowed() {
        return ArchRuleDefinition.classes()
                .that(new DescribedPredicate<JavaClass>("are not of cli") {
                    @Override
                    public boolean test(JavaClass type) {
                        return !part(type).equals("cli");
                    }
                })
                .should(new ArchCondition<JavaClass>("depend only along the arrows") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .filter(each -> !allowed(part(type), each.getTargetClass()))
                                .map(Dependency::getDescription)
                                .forEach(message -> events.add(SimpleConditionEvent.violated(type, message)));
                    }
                });
    }

    /** No cycle between packages, each Java package counted. */
    ArchRule noCycles() {
        return SlicesRuleDefinition.slices().matching(root + ".(**)").should().beFreeOfCycles();
    }

    /** Spring only at the edge of the service and in the wiring. */
    ArchRule springAtTheEdge() {
        return onlyIn("org.springframework..", "service.web", "service.telemetry", "page", "cli");
    }

    /** Reactor only where requests are served or sent. */
    ArchRule reactorWhereRequestsFlow() {
        return onlyIn("reactor..", "service.web", "service.execution", "bench.load", "page", "cli");
    }

    /** JSON and YAML only where text forms are made or read. */
    ArchRule jacksonWhereTextIsMade() {
        return onlyIn(
                "tools.jackson..", "scenario.text", "bench.load", "bench.report", "service.web", "cli", "cli.probe");
    }

    /** The lock, the interpreter and the pure maths need nothing but the JDK (and HdrHistogram in stats). */
    ArchRule pureJdk() {
        return ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage(
                        packages("service.gil", "service.interpreter", "bench.arrival", "bench.stats", "predict"))
                .should()
                .dependOnClassesThat(new DescribedPredicate<JavaClass>("are neither of the JDK nor ours") {
                    @Override
                    public boolean test(JavaClass type) {
                        String name = type.getBaseComponentType().getName();
                        return name.contains(".")
                                && !name.startsWith("java.")
                                && !name.startsWith("com.sun.management.")
                                && !name.startsWith("org.HdrHistogram.")
                                && !name.startsWith("org.jspecify.")
                                && !name.startsWith(root + ".");
                    }
                });
    }

    List<ArchRule> all() {
        return List.of(
                everyArrowIsAllowed(),
                noCycles(),
                springAtTheEdge(),
                reactorWhereRequestsFlow(),
                jacksonWhereTextIsMade(),
                pureJdk());
    }

    /** The packages that the table knows. */
    static Set<String> known() {
        return ALLOWED.keySet();
    }

    String part(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1) : "";
    }

    private ArchRule onlyIn(String library, String... parts) {
        return ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages(packages(parts))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library);
    }

    private boolean allowed(String from, JavaClass to) {
        String target = part(to);
        return target.isEmpty()
                || target.equals(from)
                || target.equals("scenario")
                || ALLOWED.getOrDefault(from, Set.of()).contains(target);
    }

    private String[] packages(String... parts) {
        return Arrays.stream(parts).map(part -> root + "." + part).toArray(String[]::new);
    }
}
