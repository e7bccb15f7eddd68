package gilbench.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.Limits;
import gilbench.scenario.text.ProfileText;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "python:20ms|/compute?cpu=20ms",
                "io:200ms|/status?delay=200ms",
                "native:2ms|/mixed?profile=native:2ms",
                "opaque:2ms|/mixed?profile=opaque:2ms",
                "python:1.5ms,io:50ms|/mixed?profile=python:1.5ms,io:50ms",
                "io:1ms,io:1ms|/mixed?profile=io:1ms,io:1ms"
            })
    void of_profile_isItsEndpoint(String profile, String path) {
        assertThat(Endpoint.of(URI.create("http://127.0.0.1:8080"), ProfileText.parse(profile, Limits.DEFAULT)))
                .hasToString("http://127.0.0.1:8080" + path);
    }
}
