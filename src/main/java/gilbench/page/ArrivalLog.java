package gilbench.page;

import gilbench.predict.Mix;
import gilbench.scenario.RequestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Which requests came lately, and how often.
 *
 * <p>Safe for many threads that tell of requests and one that takes. Of more kinds than a mix can have, those that came first
 * are told apart; the others count towards the rate alone. A request that comes while its kind is forgotten may go uncounted.
 */
public final class ArrivalLog implements Consumer<RequestProfile> {
    private static final int MOST_KINDS = 16;
    private static final long FEWEST = 20;

    private final Map<RequestProfile, LongAdder> kinds = new ConcurrentHashMap<>();
    private final LongAdder others = new LongAdder();
    private final LongSupplier nanos;
    private long since;

    /** A log that begins now; {@code nanos} is a monotonic clock. */
    public ArrivalLog(LongSupplier nanos) {
        this.nanos = nanos;
        this.since = nanos.getAsLong();
    }

    /**
     * What came in a stretch of time.
     *
     * @param rate requests per second, all kinds
     */
    public record Demand(double rate, Mix mix) {}

    @Override
    public void accept(RequestProfile profile) {
        LongAdder kind = kinds.get(profile);
        if (kind == null && kinds.size() < MOST_KINDS && !profile.ideal().isZero()) {
            kind = kinds.computeIfAbsent(profile, _ -> new LongAdder());
        }
        (kind == null ? others : kind).increment();
    }

    /** What came since this was asked last; empty when it was too little to speak of a rate. */
    public Optional<Demand> take() {
        long now = nanos.getAsLong();
        double seconds = (now - since) / 1e9;
        since = now;
        long unknown = others.sumThenReset();
        List<Mix.Part> parts = new ArrayList<>();
        long known = 0;
        for (Map.Entry<RequestProfile, LongAdder> kind : List.copyOf(kinds.entrySet())) {
            long count = kind.getValue().sumThenReset();
            if (count == 0) {
                kinds.remove(kind.getKey());
            } else if (parts.size() < MOST_KINDS) {
                parts.add(new Mix.Part(count, kind.getKey()));
                known += count;
            }
        }
        return parts.isEmpty() || known + unknown < FEWEST || seconds <= 0
                ? Optional.empty()
                : Optional.of(new Demand((known + unknown) / seconds, new Mix(parts)));
    }
}
