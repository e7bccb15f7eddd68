package gilbench.service.downstream;

import com.github.tomakehurst.wiremock.common.Errors;
import com.github.tomakehurst.wiremock.common.NotPermittedException;
import com.github.tomakehurst.wiremock.extension.StubLifecycleListener;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Refuses stub mappings beyond a bound with status 403, because each stays registered. Those that the delay service knows by
 * itself, and loads when it starts or is reset, do not count. Thread-safe.
 */
final class MappingBound implements StubLifecycleListener {
    private static final int CODE = 50;

    private final int most;
    private final AtomicInteger registered = new AtomicInteger();
    private volatile boolean counting;

    MappingBound(int most) {
        this.most = most;
    }

    /** Counts from now on. */
    void begin() {
        registered.set(0);
        counting = true;
    }

    @Override
    public String getName() {
        return "mapping-bound";
    }

    @Override
    public void beforeStubCreated(StubMapping stub) {
        if (counting && registered.incrementAndGet() > most) {
            registered.decrementAndGet();
            throw new NotPermittedException(
                    Errors.single(CODE, "max-delays: at most " + most + " delays can be registered"));
        }
    }

    @Override
    public void afterStubRemoved(StubMapping stub) {
        registered.decrementAndGet();
    }

    @Override
    public void beforeStubsReset() {
        counting = false;
    }

    @Override
    public void afterStubsReset() {
        begin();
    }
}
