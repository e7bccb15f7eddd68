package gilbench.bench.result;

import gilbench.bench.result.Cell.LoadCell;
import java.util.List;
import java.util.Optional;

/**
 * What the model says of the load cells of a run.
 *
 * @param origin not measured
 * @param basis where the times of the machine come from, as a sentence without its full stop
 * @param cells each under the key of the cell that was measured
 * @param leftOut what is not predicted and why, one sentence each
 */
public record Predictions(Origin origin, String basis, List<LoadCell> cells, List<String> leftOut) {
    /** Copies the lists. */
    public Predictions {
        cells = List.copyOf(cells);
        leftOut = List.copyOf(leftOut);
    }

    /** What the model says of one cell. */
    public Optional<LoadCell> of(CellKey key) {
        return cells.stream().filter(cell -> cell.key().equals(key)).findFirst();
    }
}
