package gilbench.bench.result;

/**
 * One row of the conclusion table, filled in from what was measured.
 *
 * @param taskType CPU-bound, I/O-bound or mixed
 * @param bestTool the model or models that measured best, or "undecided"
 * @param why the numbers that say so
 */
public record Conclusion(String taskType, String bestTool, String why) {}
