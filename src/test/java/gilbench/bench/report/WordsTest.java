package gilbench.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.bench.stats.Estimate;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Numbers, progress, templates and styles. */
class WordsTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Test
    void plain_anySize_hasAboutThreeDigits() {
        assertThat(Stream.of(0.0, 0.0123, 0.5, 9.994, 12.34, 99.96, 123.4, 12_345.6)
                        .map(Numbers::plain))
                .containsExactly("0", "0.012", "0.50", "9.99", "12.3", "100", "123", "12,346");
    }

    @Test
    void percent_smallShare_isNotShownAsNothing() {
        assertThat(Stream.of(0.0, 0.0001, 0.014, 0.5).map(Numbers::percent))
                .containsExactly("0 %", "<0.1 %", "1.4 %", "50 %");
    }

    @Test
    void duration_anyLength_readsWell() {
        assertThat(Stream.of("PT0.2S", "PT4S", "PT98.4S", "PT200S", "PT2H5M")
                        .map(Duration::parse)
                        .map(Numbers::duration))
                .containsExactly("200 ms", "4 s", "98.4 s", "3 min 20 s", "2 h 5 min");
    }

    @Test
    void estimate_withoutInterval_showsNone() {
        assertThat(Numbers.estimate(Estimate.single(1.5), Numbers::ratio).plain())
                .isEqualTo("1.50");
        assertThat(Numbers.estimate(new Estimate(1.5, 1.4, 1.6, 5), Numbers::ratio)
                        .plain())
                .isEqualTo("1.50 [1.40..1.60]");
        assertThat(Numbers.estimate(Optional.empty(), Numbers::ratio).atLeast().plain())
                .isEqualTo("n/a");
    }

    @Test
    void rewriting_secondStep_coversTheFirst() {
        try (ProgressLine progress = ProgressLine.rewriting(out)) {
            progress.begin(
                    "launch 1 of 5: thread-per-request, " + "very long ".repeat(20), 0.25, Duration.ofSeconds(80));
            progress.begin("short", 0.5, Duration.ofMillis(39_600));
        }
        String[] written = bytes.toString(StandardCharsets.UTF_8).split("\r", -1);
        assertThat(written[1]).startsWith(" 25 %  ETA 80 s  launch 1 of 5").hasSize(79);
        assertThat(written[2]).startsWith(" 50 %  ETA 40 s  short ").hasSize(79);
        assertThat(written[3]).isBlank();
    }

    @Test
    void lines_eachStep_isALine() {
        try (ProgressLine progress = ProgressLine.lines(out)) {
            progress.begin("first", 0, Duration.ofMinutes(3));
            progress.begin("last", 1, Duration.ZERO);
        }
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("  0 %  ETA 3 min 0 s  first", "100 %  ETA 0 s  last");
    }

    @Test
    void fill_placeWithoutValueOrValueWithoutPlace_isRefused() {
        assertThat(Template.fill("a {{b}} c", Map.of("b", "{{b}} $1"))).isEqualTo("a {{b}} $1 c");
        assertThatThrownBy(() -> Template.fill("{{b}}", Map.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Template.fill("", Map.of("b", ""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void style_twelveDeployments_differ() {
        assertThat(SeriesStyle.of(SampleRun.backend().plan()).stream()
                        .map(style -> List.of(style.colour(), style.marker(), style.line()))
                        .distinct())
                .hasSize(8);
        assertThat(SeriesStyle.of(alike(12)).stream()
                        .map(style -> List.of(style.colour(), style.marker(), style.line()))
                        .distinct())
                .hasSize(12);
    }

    @Test
    void order_burners_areComparedAcrossDeployments() {
        RunOrder order = RunOrder.of(SampleRun.quick());

        assertThat(order.observations().stream().filter(each -> each.source() == RunOrder.Source.BURNERS))
                .hasSize(25);
        assertThat(order.observations().stream().filter(each -> each.source() == RunOrder.Source.LOAD))
                .as("a single window of a cell has nothing to be compared with")
                .isEmpty();
        assertThat(order.starts()).extracting(RunOrder.Start::order).containsExactly(0, 4, 8, 12, 16);
    }

    private static Plan alike(int n) {
        Plan plan = SampleRun.quickPlan("alike");
        NamedDeployment first = plan.deployments().getFirst();
        List<NamedDeployment> many = Stream.iterate(0, i -> i + 1)
                .limit(n)
                .map(i -> new NamedDeployment("d" + i, first.deployment()))
                .toList();
        return new Plan(
                "alike", "alike", 1, 1, plan.scope(), plan.warmUp(), plan.objective(), many, plan.experiments());
    }
}
