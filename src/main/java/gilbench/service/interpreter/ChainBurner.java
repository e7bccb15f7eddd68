package gilbench.service.interpreter;

/**
 * Burns units of 31 rounds of shift, exclusive or and multiply, about 45 ns.
 *
 * <p>A unit costs the same whichever compiler tier made its code, so that work done before the JIT compiler has finished
 * counts like any other: each round is bound by the latency of the same few instructions. That is a measured property of
 * this chain, see {@code BurnerBenchmark}; rounds of shift, exclusive or and <em>add</em> differ by 30 % between C1 and C2,
 * and of rounds of multiply and add HotSpot folds consecutive ones.
 *
 * <p>The unit is a method without loops and too large to inline ({@code FreqInlineSize}, 325 bytes of bytecode). The loop
 * around it, its exit and a checkpoint do not depend on the chain: the processor executes them in its shadow.
 */
final class ChainBurner implements Burner {
    private static final long FACTOR = 0xBF58476D1CE4E5B9L;

    private static volatile long published;

    @Override
    public long burn(long state, long units) {
        long x = state;
        for (long left = units; left > 0; left--) {
            x = unit(x);
        }
        if (x == 1) {
            published = x;
        }
        return x;
    }

    static long published() {
        return published;
    }

    private static long unit(long start) {
        long x = start + 0x9E3779B97F4A7C15L;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        x = (x ^ (x >>> 29)) * FACTOR;
        return x;
    }
}
