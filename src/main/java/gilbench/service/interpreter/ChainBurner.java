package gilbench.service.interpreter;

/**
 * Burns units of 28 rounds of shift, exclusive or and add, about 30 ns.
 *
 * <p>One unit is a method without loops and too large for HotSpot to inline (more than {@code FreqInlineSize}, 325 bytes
 * of bytecode), so that every caller runs the same machine code, compiled once, and never an on-stack replacement. The
 * loop around it, its exit and a checkpoint do not depend on the chain: the processor executes them in its shadow.
 * Rounds of multiply and add would not do: HotSpot folds consecutive ones.
 */
final class ChainBurner implements Burner {
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
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        x += (x << 13) ^ (x >>> 7);
        return x;
    }
}
