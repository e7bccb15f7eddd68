package gilbench.service.downstream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DelayPathTest {
    @ParameterizedTest
    @CsvSource({
        "0, /delay/0, false",
        "1000, /delay/1, false",
        "10000, /delay/10, false",
        "11000, /delay-ms/11000, true",
        "1, /delay-ms/1, true",
        "1500, /delay-ms/1500, true",
    })
    void of_delay_usesSecondsThatTheServiceKnows(long millis, String path, boolean registered) {
        Duration delay = Duration.ofMillis(millis);

        assertThat(DelayPath.of(delay)).isEqualTo(path);
        assertThat(DelayPath.needsRegistration(delay)).isEqualTo(registered);
    }

    @Test
    void mapping_twoCalls_giveTheSameIdAndThePath() {
        JsonNode mapping = JsonMapper.shared().readTree(DelayPath.mapping(Duration.ofMillis(250)));

        assertThat(mapping.path("request").path("urlPath").asString()).isEqualTo("/delay-ms/250");
        assertThat(mapping.path("response").path("fixedDelayMilliseconds").asInt())
                .isEqualTo(250);
        assertThat(mapping.path("persistent").asBoolean(true)).isFalse();
        assertThat(DelayPath.mapping(Duration.ofMillis(250))).isEqualTo(mapping(250));
        assertThat(DelayPath.mapping(Duration.ofMillis(251)))
                .doesNotContain(mapping.path("id").asString());
    }

    private static String mapping(long millis) {
        return DelayPath.mapping(Duration.ofMillis(millis));
    }
}
