package gilbench.cpython.probe;

import gilbench.scenario.Labelled;

/** What a thread of a probe does over and over until its window ends; {@code first} and {@code second} are its durations. */
public enum ProbeKind implements Labelled {
    /** Works in Python and notes when it finds that another thread worked before it. */
    CPU("cpu"),

    /** Sleeps between {@code first} and {@code second}, evenly distributed, and notes how much later it goes on. */
    SLEEPER("sleeper"),

    /** Answers one byte by one byte over TCP; the client is another process and notes how long each answer took. */
    ECHO("echo"),

    /** Calls C code that works for {@code first} without the GIL. */
    RELEASED("released"),

    /** Sleeps for {@code second}, then calls C code that works for {@code first} with the GIL. */
    OPAQUE("opaque"),

    /** Works in Python for {@code first}, then sleeps for {@code second}, and notes how much longer both took. */
    MIXED("mixed"),

    /** An event loop: a ticker of 10 ms, and a callback that works for {@code first} and comes back after {@code second}. */
    LOOP("loop");

    private final String label;

    ProbeKind(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
