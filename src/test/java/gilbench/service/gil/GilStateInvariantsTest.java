package gilbench.service.gil;

import static gilbench.service.gil.Programs.micros;
import static gilbench.service.gil.Programs.step;
import static gilbench.service.gil.Programs.timeline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import gilbench.scenario.SignalStealing;
import gilbench.scenario.Step;
import gilbench.scenario.StepKind;
import gilbench.scenario.WaiterChoice;
import gilbench.service.gil.Timeline.Entry;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The invariants of the protocol on timelines of random programs, with an interval of 5 ms. */
class GilStateInvariantsTest {
    private static final List<WaiterChoice> CHOICES = List.of(WaiterChoice.values());

    @Test
    void invariants_holdOnRandomPrograms() {
        qt().withExamples(200)
                .forAll(integers().between(2, 6), integers().all())
                .checkAssert((threads, seed) -> {
                    SplittableRandom random = new SplittableRandom(seed);
                    WaiterChoice choice = CHOICES.get(random.nextInt(CHOICES.size()));
                    SignalStealing stealing = new SignalStealing(random.nextInt(3) / 2.0);
                    Timeline timeline =
                            timeline(choice, stealing, micros(random.nextInt(50)), micros(random.nextInt(300)));
                    for (int i = 0; i < threads; i++) {
                        SplittableRandom own = random.split();
                        timeline.thread(
                                "T" + i,
                                micros(random.nextInt(9000)),
                                Stream.generate(() -> any(own)).iterator());
                    }
                    checkInvariants(timeline.runUntil(Duration.ofMillis(500)));
                });
    }

    private static void checkInvariants(List<Entry> trace) {
        String owner = "";
        String last = "";
        String forced = "";
        long switched = 0;
        for (Entry entry : trace) {
            switch (entry.event()) {
                case TAKES -> {
                    assertThat(owner).as("invariant 1 at %s", entry).isEmpty();
                    assertThat(entry.thread()).as("invariant 5 at %s", entry).isNotEqualTo(forced);
                    switched = entry.thread().equals(last) ? switched : entry.micros();
                    owner = entry.thread();
                    last = owner;
                    forced = "";
                }
                case REQUESTS -> {
                    assertThat(owner).as("invariant 3 at %s", entry).isNotEmpty();
                    assertThat(entry.micros() - switched)
                            .as("invariant 3 at %s", entry)
                            .isGreaterThanOrEqualTo(5000);
                }
                case DROPS -> {
                    assertThat(entry.thread()).as("invariant 1 at %s", entry).isEqualTo(owner);
                    owner = "";
                }
                case AWAITS_SWITCH -> forced = entry.thread();
                case ARMS, BLOCKS -> {}
            }
        }
    }

    private static Step any(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> step(StepKind.IO, 1000L * random.nextInt(1, 12));
            case 1 -> step(StepKind.OPAQUE, random.nextInt(1, 9000));
            case 2 -> step(StepKind.NATIVE, random.nextInt(1, 9000));
            default -> step(StepKind.PYTHON, random.nextInt(1, 20_000));
        };
    }
}
