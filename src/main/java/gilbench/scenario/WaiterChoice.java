package gilbench.scenario;

/** Which waiter is signalled when the GIL is dropped. */
public enum WaiterChoice implements Labelled {
    /** The waiter that armed first. */
    FIFO("fifo"),

    /** Any waiter with equal probability: the published choice of CPython on Linux, whose waits have such a tail. */
    RANDOM("random"),

    /** The waiter that armed last. */
    LIFO("lifo");

    private final String label;

    WaiterChoice(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
