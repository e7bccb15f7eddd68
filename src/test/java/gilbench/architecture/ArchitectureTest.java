package gilbench.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final Arrows ARROWS = new Arrows("gilbench");
    private static final Arrows TANGLED = new Arrows("gilbench.architecture.tangled");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("gilbench");

    private static final JavaClasses FIXTURE = new ClassFileImporter().importPackages("gilbench.architecture.tangled");

    @Test
    void mainClasses_always_keepEveryRule() {
        for (ArchRule rule : ARROWS.all()) {
            rule.check(MAIN);
        }
    }

    @Test
    void mainPackages_always_standInTheTable() {
        Set<String> parts = MAIN.stream().map(ARROWS::part).collect(Collectors.toSet());
        parts.remove("cli");
        assertThat(Arrows.known()).containsAll(parts);
    }

    @Test
    void everyRule_onTangledFixture_fails() {
        for (ArchRule rule : TANGLED.all()) {
            assertThat(rule.evaluate(FIXTURE).hasViolation())
                    .as(rule.getDescription())
                    .isTrue();
        }
    }

    @Test
    void arrows_onTangledFixture_nameServiceAndBench() {
        String report = TANGLED.everyArrowIsAllowed()
                .evaluate(FIXTURE)
                .getFailureReport()
                .toString();
        assertThat(report).contains("tangled.service.gil.Knot").contains("tangled.bench.stats.Loop");
    }
}
