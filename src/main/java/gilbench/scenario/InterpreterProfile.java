package gilbench.scenario;

/**
 * A Python on a machine under a name: what {@code serve}, {@code run} and {@code predict} simulate.
 *
 * @param name as {@code cpython-3.13} or {@code cpython-3.13@host}
 * @param speed single-thread speed against CPython 3.10; {@code python} and {@code opaque} steps are given in the time of
 *     the interpreter that they run on, so that it matters only when one interpreter is exchanged for another
 */
public record InterpreterProfile(String name, Interpreter interpreter, double speed, MachineTimes times) {
    /** Checks the bounds. */
    public InterpreterProfile {
        if (name.isBlank() || name.length() > 128) {
            throw new BoundException("name", name, "must be 1 to 128 characters");
        }
        Checks.positive("speed", speed);
    }

    /** The same for a service that is none of gilbench's. */
    public InterpreterProfile ofAnotherService() {
        return new InterpreterProfile(name, interpreter, speed, times.ofAnotherService());
    }
}
