package gilbench.cli;

import gilbench.cli.probe.ProbeJson;
import gilbench.cli.probe.SimulatedProbe;
import gilbench.cpython.probe.ProbeReply;
import gilbench.cpython.probe.ProbeTask;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** The simulated probe: does what lines of JSON on standard input say, as {@code gilbench/cpython/probe.py} does. */
@Command(name = "probe", hidden = true, description = "Carries out tasks of a validation on the simulated GIL.")
final class ProbeCommand implements Callable<Integer> {
    @Option(names = "--client", paramLabel = "WORD", description = "A word of the command of the echo's client.")
    private List<String> client = List.of();

    @Override
    public Integer call() throws IOException, InterruptedException {
        SimulatedProbe probe = new SimulatedProbe(client);
        probe.warmUp();
        System.out.println("ready");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(answer(probe, ProbeJson.tree(line)));
            }
        }
        return ExitCode.OK.code();
    }

    private static String answer(SimulatedProbe probe, JsonNode request) throws IOException, InterruptedException {
        String wanted = request.get("do").asString();
        return switch (wanted) {
            case "calibrate" ->
                ProbeJson.write(
                        probe.calibrate(ProbeJson.costs(request.get("python"))).values());
            case "run" -> ProbeJson.write(run(probe, request));
            default -> throw new IllegalArgumentException("unknown word " + wanted);
        };
    }

    private static ProbeReply run(SimulatedProbe probe, JsonNode request) throws IOException, InterruptedException {
        ProbeTask task = ProbeJson.task(request.get("task"));
        return probe.run(ProbeJson.costs(request.get("costs")), task);
    }
}
