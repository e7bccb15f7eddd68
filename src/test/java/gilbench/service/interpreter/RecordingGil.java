package gilbench.service.interpreter;

import gilbench.service.gil.Gil;
import gilbench.service.gil.GilStatistics;
import java.util.List;

/** A GIL for one thread that notes its calls and refuses a second take or drop. */
final class RecordingGil implements Gil {
    private final List<String> events;
    private boolean held;

    RecordingGil(List<String> events) {
        this.events = events;
    }

    boolean isHeld() {
        return held;
    }

    @Override
    public long take() {
        change(true, "take");
        return 3;
    }

    @Override
    public long drop() {
        change(false, "drop");
        return 2;
    }

    @Override
    public boolean dropRequested() {
        return false;
    }

    @Override
    public long checkpoint() {
        events.add("checkpoint");
        return 0;
    }

    @Override
    public GilStatistics statistics() {
        return GilStatistics.ZERO;
    }

    private void change(boolean toHeld, String event) {
        if (held == toHeld) {
            throw new IllegalMonitorStateException("second " + event + " after " + events);
        }
        held = toHeld;
        events.add(event);
    }
}
