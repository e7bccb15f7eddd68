package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be meant: one line that names the option, the value and the bound, or the honest answer. */
class NonsenseTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "predict --profile python:1ms --rate 0 | --rate: 0.0 must be a finite number above 0",
                "predict --profile python:1ms | --rate",
                "predict --rate 5 | --profile",
                "predict --profile , --rate 5 | --profile: ','",
                "predict --profile python:0ms --rate 5 | must have a step that is longer than 0",
                "predict --profile python:1ms --rate 5 --model worker-processes --workers 0 | --workers",
                "predict --profile python:1ms --rate 5 --workers 2 | --workers: 2 must be 1 unless",
                "predict --profile python:1ms --rate 5 --threads 8..2 | must not fall from 8 to 2",
                "predict --mix x*python:1ms --rate 5 | --mix: 'x' must be a weight",
                "predict --profile python:1ms --rate 5 --interpreter pypy | pypy must be one of gil",
                "predict --profile python:1ms --rate fast | fast must be a number",
                "predict --profile python:1ms --users 0 | --users: 0 must be between 1 and",
                "predict --profile python:1ms --rate 5 --cores 0 | --cores: 0 must be between 1 and",
                "predict --profile python:1ms --rate , | --rate: ',' must name at least one",
                "predict --profile python:1ms --rate 1e300 | and at most 1000000000",
                "predict --profile python:1ms --rate 5 --users 2 | --rate: and --users are both given",
                "predict --profile python:1ms --rate 5 --model , | --model",
                "predict --profile python:1ms --rate 5 --seed x | x must be a whole number",
                "predict --profile python:1ms --rate 5 --queue x | x must be a whole number",
                "predict --mix 0*python:1ms --rate 5 | --mix: '0' must be a weight above 0",
                "size --profile python:1ms --rate 5 --cores 0 --objective p99<1s,errors<1% | --cores: 0 must be between",
                "size --profile python:1ms --rate 5 --objective p99 | --objective: 'p99' must be '<'",
                "size --profile python:1ms --rate 5 | --objective",
                "size --profile python:1ms --rate 5 --objective p99.9<1s,errors<1% | p99.9 must be about",
                "predict --profile python:1ms --rate -5 | --rate: -5.0 must be a finite number above 0",
                "predict --profile python:1ms --rate NaN | --rate: NaN must be a finite number above 0",
                "predict --profile python:1ms --rate '' | '' must be a number",
                "predict --profile python:1ms --rate 5,0 | --rate: 0.0 must be a finite number above 0",
                "predict --profile python:1ms --rate 1e-9 | must be at least 0.001",
                "predict --profile '' --rate 5 | --profile: '' must be one of python",
                "predict --mix '' --rate 5 | --mix: '' must be one of python",
                "predict --mix python:1ms+ --rate 5 | --mix: '' must be one of python",
                "predict --profile python:1ms --mix python:1ms --rate 5 | --profile: and --mix are both given",
                "predict --profile python:1ms --users 3 --think -5ms | -5ms must begin with a digit",
                "predict --profile python:1ms --users 99999 | --users: 99999 must be between 1 and 16384",
                "predict --profile python:1ms --rate 5 --threads 99999 | must be whole numbers between 1 and 4096",
                "predict --profile python:1ms --rate 5 --threads 1.. | must be whole numbers between 1 and 4096",
                "predict --profile python:1ms --rate 5 --model worker-processes --workers 257 | --workers: 257 must be between 1 and 256",
                "predict --profile python:1ms --rate 5 --cores 99999 | --cores: 99999 must be between 1 and 1024",
                "predict --profile python:1ms --rate 5 --deadline 0ms | --deadline: PT0S must be above 0",
                "predict --profile python:1ms --rate 5 --queue -1 | --queue: -1 must be between 0 and",
                "predict --profile python:1ms --rate 5 --max-in-flight 0 | --max-in-flight: 0 must be between 1 and",
                "predict --profile python:1ms --rate 5 --switch-interval 0ms | --switch-interval",
                "predict --profile python:1ms --rate 5 --sharing fair | fair must be one of",
                "predict --profile python:1ms --rate 5 extra | Unmatched argument",
                "predict --profile python:1ms --ramp 5 --over 60s | --ramp: '5' must be two rates",
                "predict --profile python:1ms --ramp -5..5 --over 60s | --ramp: '-5..5' must be two rates",
                "predict --profile python:1ms --ramp 5..0 --over 60s | --ramp: 0.0 must be a finite number above 0",
                "predict --profile python:1ms --ramp 5..10 --over 0s | --over: PT0S must be above 0",
                "predict --profile python:1ms --ramp 5..10 | --ramp: alone is given: it needs --over",
                "predict --profile python:1ms --rate 5 --over 10s | --over: alone is given: it needs --ramp",
                "predict --profile python:1ms --ramp 5..10 --over 10s --rate 5 | --ramp: and --rate are both given",
                "predict --profile python:1ms --ramp 5..10 --over 10s --users 5 | --ramp: and --users are both given",
                "predict --profile python:1ms --ramp 1000000..2000000 --over 60s | must be between 1 and 10000000",
                "predict --profile python:1ms --ramp 0..1 --over 1ms | --ramp: 0.000500 arrivals must be between 1 and",
                "predict --profile python:1ms --rate 5 --recycle-after 10 | --recycle-after: is given and needs --model worker-processes",
                "predict --profile python:1ms --rate 5 --lose-worker-every 10s | --lose-worker-every: is given and needs --model worker-processes",
                "predict --profile python:1ms --rate 5 --model worker-processes --recycle-after 0 | --recycle-after: 0 must be between 1 and",
                "predict --profile python:1ms --rate 5 --model worker-processes --recycle-jitter 5 | --recycle-jitter: 5 needs recycle-after",
                "predict --profile python:1ms --rate 5 --model worker-processes --lose-worker-every 1ms | --lose-worker-every: PT0.001S must be at least 1s",
                "size --profile python:1ms --rate 5 --objective '' | --objective: '' must be 'p'",
                "size --profile python:1ms --rate 5 --objective p99<0ms,errors<1% | must be above 0 at character 5",
                "size --profile python:1ms --rate 5 --objective p99<1s,errors<200% | must be at most 100",
                "size --profile python:1ms --rate 5 --objective p0<1s,errors<1% | must be above 0 and below 100",
                "size --profile python:1ms --rate 0 --objective p99<1s,errors<1% | --rate: 0.0 must be a finite number above 0",
                "size --profile python:1ms --rate 5,6 --objective p99<1s,errors<1% | --rate: 2 loads must be one",
                "size --profile python:1ms --rate 5 --workers 0 --objective p99<1s,errors<1% | must be whole numbers between 1 and",
                "size --profile python:1ms --rate 5 --workers 1..4096 --objective p99<1s,errors<1% | must be at most 4096",
                "size --profile python:1ms --ramp 5..6 --over 1s --objective p99<1s,errors<1% | Unknown options: '--ramp'",
                "size --profile python:1ms --rate 5 --model event-loop --recycle-after 5 --objective p99<1s,errors<1% | needs --model worker-processes",
            })
    void nonsense_oneLineAndExit2(String line, String message) {
        Executed executed = Executed.of(folder, line);

        assertThat(executed.code()).isEqualTo(2);
        assertThat(executed.err().lines()).singleElement().asString().contains(message);
        assertThat(executed.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "predict --profile python:60s --rate 1 --cores 1",
                "predict --profile python:1us --rate 1e9 --cores 1024 --interpreter free-threaded --threads 4096",
                "predict --profile io:60s --rate 1e6 --cores 4 --model virtual-threads --max-in-flight 100",
                "predict --profile python:1ms --rate 100 --model worker-processes --workers 2 --recycle-after 1",
            })
    void demandAboveEveryCapacity_saysThatTheQueueGrows(String line) {
        Executed executed = Executed.of(folder, line);

        assertThat(executed.code()).isZero();
        assertThat(executed.out()).contains("saturated, the queue grows without bound");
    }
}
