package gilbench.service.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class GateTest {
    @Test
    void enter_full_isRefusedUntilSomebodyLeft() {
        Gate gate = new Gate(1);
        assertThat(gate.enter()).isEqualTo(Gate.Entry.ADMITTED);
        assertThat(gate.enter()).isEqualTo(Gate.Entry.FULL);
        gate.leave(() -> assertThat(gate.enter()).isEqualTo(Gate.Entry.ADMITTED));
        assertThat(gate.inFlight()).isEqualTo(1);
    }

    @Test
    void close_somebodyIsIn_returnsAfterTheAnswerWasDelivered() throws InterruptedException {
        Gate gate = new Gate(1);
        gate.enter();
        AtomicBoolean delivered = new AtomicBoolean();
        AtomicBoolean deliveredBefore = new AtomicBoolean();
        Thread closing = Thread.ofPlatform().start(() -> {
            gate.close();
            deliveredBefore.set(delivered.get());
        });
        gate.leave(() -> delivered.set(true));
        closing.join();
        assertThat(deliveredBefore).isTrue();
        assertThat(gate.enter()).isEqualTo(Gate.Entry.CLOSED);
    }
}
