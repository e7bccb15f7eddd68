package gilbench.bench.stats;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.DataFormatException;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** A distribution in an HdrHistogram of microsecond resolution, 3 significant digits, up to 10 minutes. */
final class HdrDistribution implements Distribution {
    static final Distribution EMPTY = new HdrDistribution(histogram());

    private static final long HIGHEST_MICROS = 600_000_000L;
    private static final int DIGITS = 3;
    private static final double FEWEST_BEYOND = 10;
    private static final double ROUNDING = 1e-9;

    private final Histogram histogram;

    private HdrDistribution(Histogram histogram) {
        this.histogram = histogram;
    }

    private static Histogram histogram() {
        return new Histogram(1, HIGHEST_MICROS, DIGITS);
    }

    static Distribution merge(List<Distribution> parts) {
        Histogram sum = histogram();
        for (Distribution part : parts) {
            sum.add(((HdrDistribution) part).histogram);
        }
        return new HdrDistribution(sum);
    }

    static Distribution decoded(String encoded) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(encoded));
            return new HdrDistribution(Histogram.decodeFromCompressedByteBuffer(bytes, HIGHEST_MICROS));
        } catch (DataFormatException | BufferUnderflowException | ArrayIndexOutOfBoundsException e) {
            throw new IllegalArgumentException("not a compressed histogram: " + e, e);
        }
    }

    static Recorder recorder() {
        ConcurrentHistogram live = new ConcurrentHistogram(1, HIGHEST_MICROS, DIGITS);
        return new Recorder() {
            @Override
            public void record(long nanos) {
                live.recordValue(Math.clamp(Math.round(nanos / 1e3), 0, HIGHEST_MICROS));
            }

            @Override
            public Distribution snapshot() {
                Histogram copy = histogram();
                copy.add(live);
                return new HdrDistribution(copy);
            }
        };
    }

    @Override
    public long count() {
        return histogram.getTotalCount();
    }

    @Override
    public double mean() {
        return histogram.getMean() / 1e6;
    }

    @Override
    public double max() {
        return histogram.getMaxValue() / 1e6;
    }

    @Override
    public OptionalDouble quantile(double q) {
        if (!(q >= 0 && q < 1)) {
            throw new IllegalArgumentException("quantile: " + q + " must be at least 0 and below 1");
        }
        return count() * (1 - q) < FEWEST_BEYOND - ROUNDING
                ? OptionalDouble.empty()
                : OptionalDouble.of(histogram.getValueAtPercentile(q * 100) / 1e6);
    }

    @Override
    public double shareAtMost(double seconds) {
        return histogram.getPercentileAtOrBelowValue(Math.round(seconds * 1e6)) / 100;
    }

    @Override
    public String encoded() {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }
}
