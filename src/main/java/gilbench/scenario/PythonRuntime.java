package gilbench.scenario;

/** What carries requests out: an interpreter that is simulated, or a real one. */
public enum PythonRuntime implements Labelled {
    /** Threads of a Java virtual machine under a simulated interpreter. */
    SIMULATED("simulated"),

    /** Processes of the CPython of this machine. */
    CPYTHON("cpython");

    private final String label;

    PythonRuntime(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
