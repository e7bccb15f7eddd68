package gilbench.profile;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.End;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProberTest {
    @Test
    void staggered_offset_isHowMuchLaterTheSecondStarts() throws InterruptedException {
        FakeService service = new FakeService(End.COMPLETED, 1);

        List<Staggered> seen = new Prober(service::connected, service).staggered(FakeService.ADDRESS, List.of(0.2));

        assertThat(seen).singleElement().satisfies(later -> {
            assertThat(later.offset()).isGreaterThan(0.1);
            assertThat(later.first()).isEqualTo(0.010);
            assertThat(later.seconds()).isEqualTo(0.010);
        });
    }
}
