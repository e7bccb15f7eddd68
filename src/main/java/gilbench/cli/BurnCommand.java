package gilbench.cli;

import gilbench.scenario.Calibration;
import gilbench.scenario.text.ScenarioJson;
import gilbench.service.interpreter.Burner;
import gilbench.service.interpreter.Calibrator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Burns processor time without any GIL or server, as lines on standard input say, until that is closed: {@code calibrate}
 * answers a calibration as JSON; {@code serial NANOS N} and {@code together NANOS N} answer elapsed nanoseconds.
 */
@Command(name = "burn", hidden = true, description = "Burns processor time as lines on standard input say.")
final class BurnCommand implements Callable<Integer> {
    private final Burner burner = Burner.create();
    private final Calibrator calibrator = Calibrator.create(burner);

    @Option(names = "--cores", paramLabel = "N", description = "Processors that may be used (default: all).")
    private int cores = Runtime.getRuntime().availableProcessors();

    @Option(names = "--calibration", paramLabel = "JSON", description = "The calibration; without it, only calibrate.")
    private @Nullable String calibration;

    @Override
    public Integer call() throws InterruptedException, IOException {
        Affinity.restrictTo(cores);
        calibrator.warmUp();
        System.out.println("ready");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                ExecutorService threads = Executors.newCachedThreadPool()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(answer(line.split(" ", -1), threads));
            }
        }
        return ExitCode.OK.code();
    }

    private String answer(String[] words, ExecutorService threads) throws InterruptedException {
        return switch (words[0]) {
            case "calibrate" -> ScenarioJson.write(calibrator.calibrate());
            case "serial" -> Long.toString(serial(units(words), Integer.parseInt(words[2])));
            case "together" -> Long.toString(together(units(words), Integer.parseInt(words[2]), threads));
            default -> throw new IllegalArgumentException("unknown word " + words[0]);
        };
    }

    private long units(String[] words) {
        if (calibration == null) {
            throw new IllegalArgumentException("--calibration: must be given to burn");
        }
        Calibration speed = ScenarioJson.calibration(calibration);
        return speed.units(Duration.ofNanos(Long.parseLong(words[1])));
    }

    private long serial(long units, int n) {
        long began = System.nanoTime();
        for (int i = 0; i < n; i++) {
            burner.burn(units);
        }
        return System.nanoTime() - began;
    }

    private long together(long units, int n, ExecutorService threads) throws InterruptedException {
        Callable<Integer> burn = () -> {
            burner.burn(units);
            return n;
        };
        long began = System.nanoTime();
        for (var ended : threads.invokeAll(Collections.nCopies(n, burn))) {
            try {
                ended.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a burner failed", e);
            }
        }
        return System.nanoTime() - began;
    }
}
