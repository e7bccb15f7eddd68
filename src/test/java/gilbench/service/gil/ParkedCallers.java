package gilbench.service.gil;

import gilbench.scenario.WaiterChoice;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Real threads that call a GIL while a test sets the clock; the interval is 5 ms. */
abstract class ParkedCallers {
    static final Duration INTERVAL = Duration.ofMillis(5);
    static final Duration MILLI = Duration.ofMillis(1);

    final FakeParking time = new FakeParking();
    Gil gil = gil(WaiterChoice.FIFO);
    Caller a;
    Caller b;
    Caller c;

    /** Starts the threads that call the GIL. */
    abstract ThreadFactory threads();

    @BeforeEach
    void startCallers() throws InterruptedException, ExecutionException {
        a = new Caller(threads());
        b = new Caller(threads());
        c = new Caller(threads());
    }

    @AfterEach
    void stopCallers() {
        a.close();
        b.close();
        c.close();
    }

    /** Lets {@code caller} ask for the GIL and waits until it is parked for a window that ends at {@code millis}. */
    final Future<Long> begin(Caller caller, long millis) throws InterruptedException {
        Future<Long> take = caller.begin(gil::take);
        time.awaitParked(caller.thread(), millis(millis));
        return take;
    }

    final Gil gil(WaiterChoice choice) {
        WaiterList waiters = WaiterList.of(choice, new SplittableRandom(1));
        return new ParkingGil(new GilState(INTERVAL.toNanos(), waiters), time);
    }

    static long millis(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
