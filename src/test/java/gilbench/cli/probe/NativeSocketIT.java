package gilbench.cli.probe;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class NativeSocketIT {
    @Test
    void receive_sentAndEchoed_returns_closedPeer_fails() throws IOException {
        try (NativeSocket listener = NativeSocket.listening();
                NativeSocket ours = NativeSocket.connectedTo(listener.port())) {
            try (NativeSocket theirs = listener.accept()) {
                ours.send();
                theirs.receive();
                theirs.send();
                ours.receive();
            }

            assertThatThrownBy(ours::receive).isInstanceOf(IOException.class).hasMessageContaining("recv");
        }
    }

    @Test
    void connectedTo_nobodyListens_fails() throws IOException {
        int port;
        try (NativeSocket listener = NativeSocket.listening()) {
            port = listener.port();
        }

        assertThatThrownBy(() -> NativeSocket.connectedTo(port)).hasMessage("connect failed");
    }
}
