package gilbench.scenario.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gilbench.scenario.InterpreterKind;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.MachineTimes;
import gilbench.scenario.SignalStealing;
import gilbench.scenario.WaiterChoice;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class InterpreterProfileYamlTest {
    static final Iterable<String> NAMES = BundledInterpreters.names();

    @Test
    void parse_everyKey_isRead() {
        InterpreterProfile profile = InterpreterProfileYaml.parse("p.yaml", """
                name: cpython-3.13@host
                speed: 1.3
                interpreter:
                  kind: gil
                  switch-interval: 1ms
                  poll-gap: 0.031us
                  overhead: 1
                  nanos-per-iteration: 31.5
                  waiter-choice: fifo
                  signal-stealing: 0.2
                machine:
                  timer-slack: 0us
                  wake-latency-median: 17us
                  wake-latency-p99: 120us
                  late-resume-share: 0.2
                  tick: 1ms
                  release: 0.075us
                  window-cpu: 9us
                  send: 6us
                  receive: 1us
                  loop-tick: 20us
                  front-cpu: 0.2ms
                  driver-cpu: 0.1ms
                  delay-cpu: 0.3ms
                  warm-share: 0.4
                  dispatch: 30us
                  process-start: 80ms
                  parallel-efficiency: 0.9
                """);

        assertThat(profile.interpreter().waiterChoice()).isEqualTo(WaiterChoice.FIFO);
        assertThat(profile.interpreter().signalStealing()).isEqualTo(new SignalStealing(0.2));
        assertThat(profile.interpreter().pollGap()).isEqualTo(Duration.ofNanos(31));
        assertThat(profile.times().timerSlack()).isZero();
        assertThat(profile.times().wake().p99()).isEqualTo(Duration.ofNanos(120_000));
        assertThat(profile.times().loopTick()).isEqualTo(Duration.ofNanos(20_000));
        assertThat(profile.times().driverCpu()).isEqualTo(Duration.ofNanos(100_000));
        assertThat(profile.times().delayCpu()).isEqualTo(Duration.ofNanos(300_000));
        assertThat(profile.times().windowCpu()).isEqualTo(Duration.ofNanos(9_000));
        assertThat(profile.times().warmShare()).isEqualTo(0.4);
        assertThat(profile.times().parallelEfficiency()).isEqualTo(0.9);
        assertThat(InterpreterProfileYaml.parse("p.yaml", InterpreterProfileYaml.format(profile)))
                .isEqualTo(profile);
    }

    @Test
    void parse_nameAlone_isAnUncalibratedInterpreter() {
        InterpreterProfile profile = InterpreterProfileYaml.parse("p.yaml", "name: x\n");

        assertThat(profile.interpreter().kind()).isEqualTo(InterpreterKind.GIL);
        assertThat(profile.interpreter().signalStealing()).isEqualTo(SignalStealing.NONE);
        assertThat(profile.times()).isEqualTo(MachineTimes.TYPICAL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                speed: 1                                  | p.yaml:1: name: is missing
                'name: x\\nspeed: 0'                      | p.yaml:2: speed: 0 must be above 0
                'name: x\\nspeed: fast'                   | p.yaml:2: speed: 'fast' must be a number
                'name: x\\ninterpreter:\\n  kind: gul'    | p.yaml:3: interpreter.kind: 'gul' must be one of
                'name: x\\ninterpreter:\\n  gap: 1us'     | p.yaml:3: interpreter.gap: is not a key here
                'name: x\\nmachine:\\n  tick: 5'          | p.yaml:3: machine.tick: '5'
                'name: x\\ninterpreter:\\n  signal-stealing: 7' | p.yaml:3: interpreter.signal-stealing: 7 must be between 0 and 1
                'name: x\\nmachine:\\n  tick: 2m\\n  tick: 1m' | p.yaml:4: has the key 'tick' twice
                """)
    void parse_mistake_isNamedWithLineKeyValueAndBound(String text, String message) {
        assertThatThrownBy(() -> InterpreterProfileYaml.parse("p.yaml", text.replace("\\n", "\n")))
                .isInstanceOf(PlanException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void bundledProfile_isReadUnderItsName(String name) {
        InterpreterProfile profile = BundledInterpreters.profile(name);

        assertThat(profile.name()).isEqualTo(name);
        assertThat(profile.interpreter().kind())
                .isEqualTo(name.endsWith("t") ? InterpreterKind.FREE_THREADED : InterpreterKind.GIL);
        assertThat(InterpreterProfileYaml.parse(name, InterpreterProfileYaml.format(profile)))
                .isEqualTo(profile);
    }

    @ParameterizedTest
    @FieldSource("NAMES")
    void bundledProfile_everyValue_hasItsSourceAbove(String name) {
        assertThat(BundledInterpreters.text(name)
                        .lines()
                        .filter(line -> line.strip().startsWith("#")))
                .hasSizeGreaterThan(4);
    }
}
