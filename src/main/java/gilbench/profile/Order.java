package gilbench.profile;

/** Where in a request its Python is supposed to be, when {@code python} of its processor time is. All are shares of that, 0 to 1. */
@FunctionalInterface
interface Order {
    /** The parts of such a request; without its waiting they add up to 1. */
    Parts of(double python);

    /**
     * A request, in the order of what it does.
     *
     * @param python with the GIL
     * @param released without it
     * @param then with the GIL
     * @param behind with the GIL, after the waiting
     * @param last without it
     */
    record Parts(double python, double released, double then, double behind, double last) {}

    /** Its Python first, but {@code behind} of it, if there is so much, after the waiting. */
    static Order first(double behind) {
        return python -> {
            double last = Math.min(python, behind);
            return new Parts(python - last, 1 - python, 0, last, 0);
        };
    }

    /** Half of its Python before what releases the GIL, half after the waiting. */
    static Order halved() {
        return python -> new Parts(python / 2, 1 - python, 0, python / 2, 0);
    }

    /** What is not in {@code tail}: its Python first. */
    static Order first(Tail tail, double cpu) {
        return seen(tail, cpu, 1);
    }

    /** What is not in {@code tail}: half of its Python first, half of it before the waiting. */
    static Order halved(Tail tail, double cpu) {
        return seen(tail, cpu, 0.5);
    }

    private static Order seen(Tail tail, double cpu, double first) {
        double behind = tail.python().value() / cpu;
        double last = tail.released() / cpu;
        double head = Math.max(0, 1 - behind - last);
        return python -> {
            double before = Math.clamp(python - behind, 0, head);
            return new Parts(first * before, head - before, (1 - first) * before, behind, last);
        };
    }
}
