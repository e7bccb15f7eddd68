package gilbench.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Python services of known cost, run by the virtual environment that {@code .ci/run} makes. */
final class PythonServices {
    private static final Path BIN = Path.of("target", "profile-venv", "bin").toAbsolutePath();
    private static final Path APPS =
            Path.of("src", "test", "resources", "profile").toAbsolutePath();
    private static final int ATTEMPTS = 50;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private PythonServices() {}

    /** Skips the test when there is no such environment. */
    static void assumeThere() {
        assumeTrue(
                Files.isExecutable(BIN.resolve("uvicorn")) && Files.isExecutable(BIN.resolve("gunicorn")),
                "no services to profile: target/profile-venv is missing (.ci/run makes it)");
    }

    /** A PATH with py-spy in front; skips the test when that is not there. */
    static String pathWithPySpy() {
        assumeTrue(
                Files.isExecutable(BIN.resolve("py-spy")),
                "no py-spy: target/profile-venv/bin/py-spy is missing (.ci/run installs it)");
        return BIN + ":" + System.getenv("PATH");
    }

    /** A service that listens. */
    record Service(Process process, int port) implements AutoCloseable {
        String url(String path) {
            return "http://127.0.0.1:" + port + path;
        }

        /** What a process of it says that requests cost which met no other, in milliseconds: {@code python} and {@code native}. */
        JsonNode told() throws IOException, InterruptedException {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                try (HttpClient client = HttpClient.newHttpClient()) {
                    HttpRequest request =
                            HttpRequest.newBuilder(URI.create(url("/costs"))).build();
                    JsonNode costs = JsonMapper.shared()
                            .readTree(client.send(request, BodyHandlers.ofString())
                                    .body());
                    if (costs.get("requests").asInt() > 0) {
                        return costs;
                    }
                }
            }
            throw new IOException("no process has served a request alone");
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            try {
                if (!process.waitFor(10, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    static Service uvicorn(String app, int workers) throws IOException, InterruptedException {
        int port = freePort();
        return started(
                port,
                List.of(
                        BIN.resolve("uvicorn").toString(),
                        app + ":app",
                        "--port=" + port,
                        "--workers=" + workers,
                        "--log-level=warning"));
    }

    static Service gunicorn(String app, int workers, int threads) throws IOException, InterruptedException {
        int port = freePort();
        return started(
                port,
                List.of(
                        BIN.resolve("gunicorn").toString(),
                        app + ":app",
                        "--bind=127.0.0.1:" + port,
                        "--workers=" + workers,
                        "--threads=" + threads,
                        "--log-level=warning"));
    }

    private static Service started(int port, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(APPS.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Service service = new Service(process, port);
        long began = System.nanoTime();
        while (!listens(port)) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE_NANOS) {
                service.close();
                throw new IOException("does not listen: " + command);
            }
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        return service;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
