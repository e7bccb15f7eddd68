package gilbench.service.gil;

/** The GIL of a free-threaded interpreter: nobody waits and nothing is counted, so that threads share no memory here. */
enum NoGil implements Gil {
    INSTANCE;

    @Override
    public long take() {
        return 0;
    }

    @Override
    public long drop() {
        return 0;
    }

    @Override
    public boolean dropRequested() {
        return false;
    }

    @Override
    public GilStatistics statistics() {
        return GilStatistics.ZERO;
    }
}
