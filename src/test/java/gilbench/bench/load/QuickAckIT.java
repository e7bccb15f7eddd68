package gilbench.bench.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.End;
import gilbench.bench.result.Measurement;
import gilbench.scenario.RequestProfile;
import gilbench.scenario.StepKind;
import gilbench.scenario.Workload;
import io.netty.channel.epoll.Epoll;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A service that sends head and body of an answer apart waits between them until the head is acknowledged. */
@Timeout(60)
class QuickAckIT {
    private static final int REQUESTS = 50;

    @Test
    void drive_anyServiceThatSendsHeadAndBodyApart_isNotDelayedByAcknowledgements() throws Exception {
        assumeThat(Epoll.isAvailable()).as("epoll of Netty").isTrue();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LoadDriver driver = LoadDriver.embeddedForAnyService()) {
            Thread.ofPlatform().daemon().start(() -> answer(server));
            URI address = URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");

            Measurement seen = driver.drive(new LoadRequest(
                    address,
                    RequestProfile.of(StepKind.PYTHON, Duration.ZERO),
                    new Workload.Closed(1, OptionalInt.of(REQUESTS), Duration.ZERO),
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    1,
                    1,
                    Duration.ofSeconds(10)));

            assertThat(seen.ended(End.COMPLETED)).isEqualTo(REQUESTS);
            assertThat(seen.responseTime().shareAtMost(0.03))
                    .as("share of the answers without the 40 ms of a delayed acknowledgement")
                    .isGreaterThan(0.9);
        }
    }

    /** One connection, with the algorithm of Nagle as it is by default. */
    private static void answer(ServerSocket server) {
        try (Socket socket = server.accept();
                BufferedReader asked = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
                OutputStream answer = socket.getOutputStream()) {
            for (String line = asked.readLine(); line != null; line = asked.readLine()) {
                if (line.isEmpty()) {
                    answer.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n".getBytes(US_ASCII));
                    answer.write("{}".getBytes(US_ASCII));
                }
            }
        } catch (IOException ended) {
            // the test has seen enough
        }
    }
}
