package gilbench.scenario.text;

import java.util.List;
import java.util.stream.Collectors;

/** A plan file with mistakes; the message has one line for each: file, line, key path, and what is wrong. */
public final class PlanException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    PlanException(String fileName, List<Problem> problems) {
        super(problems.stream().map(problem -> problem.in(fileName)).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** The mistakes in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * One mistake.
     *
     * @param line from 1
     * @param path the key, {@code experiments[1].rates[0]}; empty for the whole document
     * @param message the value and its bound
     */
    public record Problem(int line, String path, String message) {
        private String in(String fileName) {
            return fileName + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + message;
        }
    }
}
