package gilbench.service.worker.pool;

import gilbench.service.worker.wire.Connection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The connections over which one worker gets requests: a request goes to the one with the fewest, among these to the one that
 * was chosen least recently. Guarded by the pool's lock.
 */
final class Lanes {
    private final List<Lane> all;

    /** One connection and how many requests it carries. */
    static final class Lane {
        private final Connection connection;
        private int load;

        Lane(Connection connection) {
            this.connection = connection;
        }

        Connection connection() {
            return connection;
        }
    }

    Lanes(List<Connection> connections) {
        all = new ArrayList<>(connections.stream().map(Lane::new).toList());
    }

    /** The lane for one more request, which it carries from now on. */
    Lane take() {
        Lane lane = all.stream().min(Comparator.comparingInt(each -> each.load)).orElseThrow();
        all.remove(lane);
        all.add(lane);
        lane.load++;
        return lane;
    }

    /** Takes note that {@code lane} carries one request less. */
    void free(Lane lane) {
        lane.load--;
    }
}
