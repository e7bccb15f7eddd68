package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gilbench.cli.PythonServices.Service;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Profiles services of known cost; the bounds are twice those that hold on a quiet machine, and more. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ProfileIT {
    private static final int TURNS = 150_000;
    private static final int HASHES = 150;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int execute(String... args) {
        return Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
    }

    private JsonNode profiled(Service service, String path, String... more) {
        List<String> all = arguments(service, path);
        all.add("--no-py-spy");
        all.addAll(List.of(more));
        assertThat(execute(all.toArray(String[]::new))).as(err.toString()).isZero();
        return JsonMapper.shared().readTree(out.toString());
    }

    private static List<String> arguments(Service service, String path) {
        return new ArrayList<>(List.of(
                "profile",
                "--url=" + service.url(path),
                "--baseline-url=" + service.url("/empty"),
                "--pid=" + service.process().pid(),
                "--seconds=6",
                "--json"));
    }

    /** The same by a process of its own that has py-spy on its PATH. */
    private static JsonNode spied(Service service, String path) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(arguments(service, path));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PATH", PythonServices.pathWithPySpy());
        Process process = builder.start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return JsonMapper.shared().readTree(answer);
    }

    private static double millis(JsonNode profile, String part, String which) {
        return 1e3 * profile.get("cost").get(part).get(which).asDouble();
    }

    /**
     * Within a factor of 1.5 or a millisecond, {@code framework} milliseconds on top, of what lies between {@code least} and
     * {@code most}; on a crowded machine, only the interval must reach there.
     */
    private static void near(JsonNode profile, String part, double least, double most, double framework) {
        boolean crowded = profile.get("remarks").toString().contains("waited for a processor");
        assertThat(millis(profile, part, crowded ? "low" : "value"))
                .as("%s, most", part)
                .isLessThan(Math.max(most * 1.5, most + 1) + framework);
        assertThat(millis(profile, part, crowded ? "high" : "value"))
                .as("%s, least", part)
                .isGreaterThan(Math.min(least / 1.5, least - 1));
    }

    /** The same for work of the processor, on top of which comes what the framework spends. */
    private static void near(JsonNode profile, String part, double millis) {
        near(profile, part, millis, millis, 3);
    }

    @Test
    void profile_plainFunctionsOnThreads_tellsPythonFromNativeAndIo() throws Exception {
        PythonServices.assumeThere();
        try (Service service = PythonServices.uvicorn("sync_app", 1)) {
            JsonNode seen = profiled(service, "/work?turns=" + TURNS + "&hashes=" + HASHES + "&io=20");
            JsonNode told = service.told();

            assertThat(seen.get("serving").asString()).isEqualTo("several-threads");
            assertThat(seen.get("workers").asInt()).isEqualTo(1);
            near(seen, "cpu", sum(told));
            near(seen, "python", told.get("python").asDouble());
            near(seen, "io", 20, 20, 1);
        }
    }

    @Test
    void profile_pythonBehindTheWait_isAskedForByRequestsThatStartMeanwhile() throws Exception {
        PythonServices.assumeThere();
        try (Service service = PythonServices.uvicorn("sync_app", 1)) {
            JsonNode seen = profiled(service, "/work?io=20&turns_behind=" + 2 * TURNS);
            JsonNode told = service.told();

            near(seen, "cpu", sum(told));
            near(seen, "python", told.get("python").asDouble());
            assertThat(seen.get("remarks").toString()).doesNotContain("how much of it is Python cannot be told");
        }
    }

    private static double sum(JsonNode told) {
        return told.get("python").asDouble() + told.get("native").asDouble();
    }

    @Test
    void profile_coroutinesInTwoProcesses_tellsTheSumAndThatNothingBlocks() throws Exception {
        PythonServices.assumeThere();
        try (Service service = PythonServices.uvicorn("async_app", 2)) {
            JsonNode seen = profiled(service, "/work?turns=" + TURNS + "&io=20");
            JsonNode told = service.told();

            assertThat(seen.get("serving").asString()).isEqualTo("one-thread");
            assertThat(seen.get("workers").asInt()).isEqualTo(2);
            near(seen, "cpu", sum(told));
            near(seen, "io", 20, 20, 1);
            near(seen, "blocking", 0, 0, 8);
        }
    }

    @Test
    void profile_coroutinesWithPySpyOnPath_tellsPythonFromNative() throws Exception {
        PythonServices.assumeThere();
        try (Service service = PythonServices.uvicorn("async_app", 1)) {
            JsonNode seen = spied(service, "/work?turns=" + TURNS + "&hashes=" + HASHES + "&io=20");
            JsonNode told = service.told();

            assumeTrue(seen.has("pySpy"), seen.get("remarks").toString());
            assumeTrue(
                    seen.get("pySpy").get("doubts").isEmpty(), seen.get("pySpy").toString());
            assertThat(seen.get("serving").asString()).isEqualTo("one-thread");
            near(seen, "cpu", sum(told));
            near(seen, "python", told.get("python").asDouble());
            near(seen, "native", told.get("native").asDouble());
        }
    }

    @Test
    void profile_sleepOnTheLoop_blocks() throws Exception {
        PythonServices.assumeThere();
        try (Service service = PythonServices.uvicorn("async_app", 1)) {
            JsonNode seen = profiled(service, "/work?io=20&blocking=1");

            near(seen, "blocking", 20, 20, 1);
            assertThat(seen.get("remarks").toString()).containsAnyOf("blocks the event loop", "waited for a processor");
        }
    }

    @Test
    void profile_flaskOnThreads_verifiesThePredictedCapacity() throws Exception {
        PythonServices.assumeThere();
        try (Service service = PythonServices.gunicorn("flask_app", 1, 4)) {
            JsonNode seen = profiled(
                    service, "/work?turns=" + TURNS + "&io=10", "--threads=4", "--verify", "--verify-seconds=3");

            assertThat(seen.get("serving").asString()).isEqualTo("several-threads");
            assertThat(seen.get("checked")).hasSize(5);
            JsonNode capacity = seen.get("checked").get(0);
            double foreign = capacity.get("foreignCores").asDouble();
            assumeTrue(foreign < 0.3, "other processes used " + foreign + " cores");
            double factor = 1.6;
            double predicted =
                    capacity.get("predicted").get("throughput").get("value").asDouble();
            assertThat(capacity.get("measured").get("throughput").asDouble())
                    .isBetween(predicted / factor, predicted * factor);
        }
    }

    @Test
    void profile_addressThatNobodyAnswers_isOneLineAndExit6() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }

        int code = execute(
                "profile",
                "--url=http://127.0.0.1:" + port + "/x",
                "--pid=" + ProcessHandle.current().pid());

        assertThat(code).isEqualTo(ExitCode.ENVIRONMENT_UNFIT.code());
        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("/x", "refused");
    }

    @Test
    void profile_otherStatus_isOneLineAndExit6() throws Exception {
        PythonServices.assumeThere();
        try (Service service = PythonServices.uvicorn("sync_app", 1)) {
            int code = execute(
                    "profile",
                    "--url=" + service.url("/nowhere"),
                    "--pid=" + service.process().pid());

            assertThat(code).isEqualTo(ExitCode.ENVIRONMENT_UNFIT.code());
            assertThat(err.toString()).contains("404").hasLineCount(1);
        }
    }

    @Test
    void profile_processThatDoesNotServe_isOneLineAndExit6() throws Exception {
        PythonServices.assumeThere();
        try (Service service = PythonServices.uvicorn("sync_app", 1);
                Service other = PythonServices.uvicorn("sync_app", 1)) {
            int code = execute(
                    "profile",
                    "--url=" + service.url("/empty"),
                    "--pid=" + other.process().pid());

            assertThat(code).isEqualTo(ExitCode.ENVIRONMENT_UNFIT.code());
            assertThat(err.toString()).contains("another process").hasLineCount(1);
        }
    }
}
