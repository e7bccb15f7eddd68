package gilbench.cli;

/** The program's entry point. */
public final class Main {
    private Main() {}

    /** Runs the command that {@code args} names. */
    public static void main(String[] args) {
        System.out.println(args.length);
    }
}
