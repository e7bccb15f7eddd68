package gilbench.predict;

import java.util.Arrays;

/** The threads of a simulation: columns by id; ids of threads that end are used again. */
final class Threads {
    /** What a thread works on; the first three are steps. */
    static final byte PYTHON = 0;

    static final byte OPAQUE = 1;
    static final byte NATIVE = 2;
    static final byte IO = 3;
    static final byte FRONT = 4;

    /** What a thread does once it has released its GIL. */
    static final byte THEN_NATIVE = 0;

    static final byte THEN_IO = 1;
    static final byte THEN_END = 2;
    static final byte THEN_WANT = 3;

    int[] request = new int[0];
    int[] group = new int[0];
    byte[] work = new byte[0];
    byte[] then = new byte[0];
    long[] remaining = new long[0];
    long[] stamp = new long[0];
    long[] workStamp = new long[0];
    long[] segmentStart = new long[0];
    long[] endTag = new long[0];
    double[] speed = new double[0];

    private int[] free = new int[0];
    private int freed;
    private int used;

    /** A thread of {@code itsGroup}. */
    int create(int itsGroup) {
        int id = freed > 0 ? free[--freed] : used++;
        if (used > request.length) {
            grow();
        }
        group[id] = itsGroup;
        remaining[id] = 0;
        endTag[id] = -1;
        return id;
    }

    void end(int id) {
        free[freed++] = id;
    }

    /** How many ids there may be. */
    int capacity() {
        return request.length;
    }

    private void grow() {
        int length = Math.max(64, 2 * request.length);
        request = Arrays.copyOf(request, length);
        group = Arrays.copyOf(group, length);
        work = Arrays.copyOf(work, length);
        then = Arrays.copyOf(then, length);
        remaining = Arrays.copyOf(remaining, length);
        stamp = Arrays.copyOf(stamp, length);
        workStamp = Arrays.copyOf(workStamp, length);
        segmentStart = Arrays.copyOf(segmentStart, length);
        endTag = Arrays.copyOf(endTag, length);
        speed = Arrays.copyOf(speed, length);
        free = Arrays.copyOf(free, length);
    }
}
