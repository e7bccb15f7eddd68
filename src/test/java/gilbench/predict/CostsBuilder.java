package gilbench.predict;

/** Costs of a machine for tests: nothing unless told otherwise. */
final class CostsBuilder {
    private long driver;
    private Delay handed = Delay.NONE;
    private long read;
    private long write;
    private long send;
    private long receive;
    private long answer;
    private double warmShare = 1;
    private Delay late = Delay.NONE;
    private long release;
    private long turn;

    CostsBuilder driver(long nanos) {
        driver = nanos;
        return this;
    }

    CostsBuilder handed(Delay delay) {
        handed = delay;
        return this;
    }

    CostsBuilder read(long nanos) {
        read = nanos;
        return this;
    }

    CostsBuilder write(long nanos) {
        write = nanos;
        return this;
    }

    CostsBuilder send(long nanos) {
        send = nanos;
        return this;
    }

    CostsBuilder receive(long nanos) {
        receive = nanos;
        return this;
    }

    CostsBuilder answer(long nanos) {
        answer = nanos;
        return this;
    }

    CostsBuilder warmShare(double share) {
        warmShare = share;
        return this;
    }

    CostsBuilder late(Delay delay) {
        late = delay;
        return this;
    }

    CostsBuilder release(long nanos) {
        release = nanos;
        return this;
    }

    CostsBuilder turn(long nanos) {
        turn = nanos;
        return this;
    }

    Costs build() {
        return new Costs(driver, 0, 0, handed, read, write, send, receive, answer, warmShare, late, release, turn);
    }
}
