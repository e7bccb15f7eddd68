package gilbench.cli.probe;

import gilbench.cpython.probe.ProbeThreads;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One thread of a task. It holds the GIL of the stage from its first to its last instruction, except where it drops it. */
abstract class ProbeActor {
    private final ProbeThreads role;
    private final int number;
    private final List<Long> waits = new ArrayList<>();
    private long amount;

    ProbeActor(ProbeThreads role, int number) {
        this.role = role;
        this.number = number;
    }

    /** What comes before the window; nothing unless overridden. */
    void prepare(List<String> client) throws IOException {}

    /** What comes after the window; nothing unless overridden. */
    void finish() throws IOException, InterruptedException {}

    /** Goes on until the stage is over. */
    abstract void act(ProbeStage stage) throws IOException;

    final Thread start(ProbeStage stage) {
        return Thread.ofPlatform().daemon().name("probe-" + number).start(() -> live(stage));
    }

    private void live(ProbeStage stage) {
        stage.gil().take();
        try {
            stage.awaitBegin();
            act(stage);
        } catch (IOException e) {
            throw new IllegalStateException("a thread of a probe failed: " + e.getMessage(), e);
        } finally {
            stage.gil().drop();
        }
    }

    final ProbeThreads role() {
        return role;
    }

    final int number() {
        return number;
    }

    final void did(long more) {
        amount += more;
    }

    final void waited(long nanos) {
        waits.add(nanos);
    }

    final long amount() {
        return amount;
    }

    final List<Long> waits() {
        return waits;
    }
}
