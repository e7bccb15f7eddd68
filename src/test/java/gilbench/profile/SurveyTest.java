package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.bench.result.End;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SurveyTest {
    private static final int WARM_UP = 300;

    private final List<String> said = new ArrayList<>();

    private Observations measured(FakeService service, Optional<URI> baseline) throws InterruptedException {
        return new Survey(FakeService.ADDRESS, baseline, service, 4, Duration.ofSeconds(10))
                .measure(service::connected, said::add, _ -> {});
    }

    @Test
    void measure_blocksOfAllSizes_sayWhatARequestCosts() throws InterruptedException {
        Observations seen = measured(new FakeService(End.COMPLETED, 1), Optional.empty());

        assertThat(seen.workers()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(seen.programs()).containsExactly("python3.13");
        assertThat(seen.triples()).hasSize(8).allSatisfy(triple -> {
            assertThat(triple.one().cpu()).isEqualTo(0.002);
            assertThat(triple.one().wall()).isEqualTo(0.010);
            assertThat(triple.three().wall()).isEqualTo(0.014);
            assertThat(triple.two().usable()).isTrue();
            assertThat(triple.baseline()).isEmpty();
        });
    }

    @Test
    void measure_tellsBeforehandHowManyRequests() throws InterruptedException {
        FakeService service = new FakeService(End.COMPLETED, 1);

        measured(service, Optional.of(FakeService.ADDRESS));

        assertThat(said).hasSize(2).allMatch(line -> line.contains("http://127.0.0.1:8000/work"));
        assertThat(service.requests()).isBetween(announced(), announced() + 2 * WARM_UP);
    }

    private int announced() {
        String line = said.get(1);
        Matcher numbers = Pattern.compile("([0-9]+) (?:requests )?to").matcher(line);
        int sum = 0;
        while (numbers.find()) {
            sum += Integer.parseInt(numbers.group(1));
        }
        return sum;
    }

    @Test
    void measure_requestsGoToTwoProcesses_triesOtherConnections() throws InterruptedException {
        FakeService service = new FakeService(End.COMPLETED, 2);

        Observations seen = measured(service, Optional.empty());

        assertThat(seen.triples())
                .allMatch(triple -> triple.two().usable() && triple.three().usable());
        assertThat(service.connections()).isGreaterThan(30);
    }

    @Test
    void measure_failingRequests_saysHowTheyEnded() {
        assertThatThrownBy(() -> measured(new FakeService(End.FAILED, 1), Optional.empty()))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("FAILED");
    }

    @Test
    void measure_noProcessorTime_saysThatItIsAnotherProcess() {
        assertThatThrownBy(() -> measured(new FakeService(End.COMPLETED, 0), Optional.empty()))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("another process");
    }
}
