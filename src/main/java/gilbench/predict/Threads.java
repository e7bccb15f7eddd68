package gilbench.predict;

import java.util.Arrays;

/** The threads of a simulation: columns by id; ids of threads that end are used again. */
final class Threads {
    /** What a thread works on: first what needs the GIL. */
    static final byte PYTHON = 0;

    static final byte OPAQUE = 1;
    static final byte NATIVE = 2;
    static final byte IO = 3;

    /** A call that begins or ends an {@code io} step. */
    static final byte CALL = 4;

    /** The call that writes the answer: who reads it does not wait for the GIL that the thread takes after it. */
    static final byte WRITE = 5;

    /** What comes before a thread asks for its GIL; see {@link Prelude}. */
    static final byte PRELUDE = 6;

    /** Receiving what an {@code io} step waited for. */
    static final byte RECEIVE = 7;

    /** The front, for a request that is not yet admitted. */
    static final byte FRONT = 8;

    /** The load driver; like all that follows it belongs to another process than the service. */
    static final byte DRIVER = 9;

    /** The delay service. */
    static final byte ANSWER = 10;

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
    boolean[] lost = new boolean[0];

    private int[] free = new int[0];
    private int freed;
    private int used;
    private int losses;

    /** Whether a step is done without the GIL. */
    static boolean releases(byte work) {
        return work >= NATIVE;
    }

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

    /** The thread ends with events on their way to it: its id is not used again. */
    void lose(int id) {
        lost[id] = true;
        losses++;
    }

    /** Whether it was not lost; of a loop, whose events are about requests, none is. */
    boolean lives(int id) {
        return losses == 0 || !lost[id];
    }

    /** How many were lost. */
    int losses() {
        return losses;
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
        lost = Arrays.copyOf(lost, length);
        free = Arrays.copyOf(free, length);
    }
}
