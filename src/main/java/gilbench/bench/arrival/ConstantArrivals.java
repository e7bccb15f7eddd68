package gilbench.bench.arrival;

/** Arrival i is due at i/λ seconds. */
final class ConstantArrivals implements Arrivals {
    private final double rate;
    private long arrivals;

    ConstantArrivals(double rate) {
        this.rate = Rates.positive("rate", rate);
    }

    @Override
    public long next() {
        return Rates.nanos(arrivals++ / rate);
    }
}
