package gilbench.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.predict.Mix;
import gilbench.predict.Scenario;
import gilbench.predict.WorkerLife;
import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.Limits;
import gilbench.scenario.Ramp;
import gilbench.scenario.Workload;
import gilbench.scenario.text.ProfileText;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class ScenarioBodyTest {
    private static final WorkLimit LIMIT = new WorkLimit(50_000);

    @Test
    void read_everyKey_isTheScenario() {
        Scenario scenario = read("""
                {"profile":"python:12ms,io:80ms","model":"worker-processes","interpreter":"cpython-3.13","workers":4,
                 "threads":16,"cores":8,"queue":10,"max-in-flight":100,"deadline":"3s","switch-interval":"1ms","rate":300,
                 "arrivals":"constant","sharing":"hashed","seed":7,"replications":12,"requests":20000}""");

        assertThat(scenario.deployment().model()).isEqualTo(ConcurrencyModel.WORKER_PROCESSES);
        assertThat(scenario.deployment().workers()).isEqualTo(4);
        assertThat(scenario.deployment().interpreter().switchInterval()).isEqualTo(Duration.ofMillis(1));
        assertThat(scenario.deployment().deadline()).isEqualTo(Duration.ofSeconds(3));
        assertThat(((Workload.Open) scenario.workload()).rate()).isEqualTo(300);
        assertThat(scenario.effort().requests()).isEqualTo(20_000);
        assertThat(scenario.effort().replications()).isEqualTo(12);
        assertThat(scenario.seed()).isEqualTo(7);
    }

    @Test
    void read_rampAndLife_areTheScenarios() {
        Scenario scenario = read("""
                {"profile":"python:1ms","model":"worker-processes","ramp":"50..150","over":"10s","recycle-after":1000,
                 "recycle-jitter":200,"lose-worker-every":"10m"}""");

        assertThat(scenario.ramp()).contains(new Ramp(50, 150, Duration.ofSeconds(10)));
        assertThat(((Workload.Open) scenario.workload()).rate()).isEqualTo(100);
        assertThat(scenario.life()).isEqualTo(new WorkerLife(OptionalInt.of(1000), 200, 1 / 600.0));
    }

    @Test
    void read_profileAndRateAlone_theRestIsAtItsDefaultAndTheWorkAtItsLimit() {
        Scenario scenario = read("{\"profile\":\"python:1ms\",\"rate\":5}");

        assertThat(scenario.deployment().interpreter().kind()).isEqualTo(InterpreterKind.GIL);
        assertThat(scenario.effort().requests()).isEqualTo(LIMIT.requests());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"rate\":5} | profile | one of them must be",
                "{\"profile\":\"python:1ms\"} | rate | one of them must be",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"users\":3} | rate | one of them must be",
                "{\"profile\":\"python:1ms\",\"rate\":0} | rate | above 0",
                "{\"profile\":\"python:1ms\",\"rate\":\"5\"} | rate | must be a number",
                "{\"profile\":7,\"rate\":5} | profile | must be a text",
                "{\"profile\":\"python:\",\"rate\":5} | profile | at character",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"workers\":1.5} | workers | whole number",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"cores\":0} | cores | between 1 and 1024",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"model\":\"threads\"} | model | must be one of",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"interpreter\":\"/etc/passwd\"} | interpreter | must be one of",
                "{\"profile\":\"python:1ms\",\"rate\":1e-9} | rate | must be at least 0.001",
                "{\"profile\":\"python:1ms\",\"rate\":1e300} | rate | at most 1000000000",
                "{\"profile\":\"\",\"rate\":5} | profile | at character 1",
                "{\"profile\":\"python:1ms\",\"users\":0} | users | between 1 and 16384",
                "{\"profile\":\"python:1ms\",\"users\":5,\"think\":5} | think | must be a text",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"requests\":1} | requests | must be at least 2000",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"seed\":1e30} | seed | whole number",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"threads\":99999999999} | threads | must be at most 2147483647",
                "{\"profile\":\"python:1ms\",\"ramp\":\"5..50\"} | ramp | has ramp and over",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"over\":\"5s\"} | over | has ramp and over",
                "{\"profile\":\"python:1ms\",\"ramp\":\"5..50\",\"over\":\"5s\",\"rate\":5} | ramp | both given",
                "{\"profile\":\"python:1ms\",\"ramp\":\"up\",\"over\":\"5s\"} | ramp | must be two rates",
                "{\"profile\":\"python:1ms\",\"ramp\":\"5..5000\",\"over\":\"60s\"} | ramp | must be between 1 and 5000",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"recycle-after\":0} | recycle-after | between 1 and",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"recycle-jitter\":5} | recycle-jitter | needs recycle-after",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"lose-worker-every\":\"1ms\"} | lose-worker-every | at least 1s",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"speed\":2} | speed | is not a key",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"requests\":50001} | requests | must be at most 50000",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"replications\":65} | replications | between 8 and 64",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"deadline\":\"soon\"} | deadline | such as 200ms",
                "{\"profile\":\"python:1ms\",\"rate\":5,\"model\":\"worker-processes\",\"workers\":256,\"threads\":4096}"
                        + " | threads | must be at most 65536",
            })
    void read_nonsense_namesKeyAndBound(String json, String key, String bound) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOfSatisfying(
                        BoundException.class, wrong -> assertThat(wrong.key()).isEqualTo(key))
                .hasMessageContaining(bound);
    }

    @SuppressWarnings("unchecked")
    private static Scenario read(String json) {
        return ScenarioBody.read(new JsonMapper().readValue(json, Map.class), LIMIT, ScenarioBodyTest::mix);
    }

    private static Mix mix(String text) {
        try {
            return Mix.of(ProfileText.parse(text, Limits.DEFAULT));
        } catch (gilbench.scenario.text.ParseException wrong) {
            throw new BoundException("mix", wrong.value(), wrong.bound() + " at character " + wrong.position());
        }
    }
}
