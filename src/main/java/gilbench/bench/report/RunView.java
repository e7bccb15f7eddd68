package gilbench.bench.report;

import gilbench.bench.result.Cell;
import gilbench.bench.result.Cell.LoadCell;
import gilbench.bench.result.Cell.ProgramCell;
import gilbench.bench.result.Predictions;
import gilbench.bench.result.RunResult;
import gilbench.bench.result.Trial;
import gilbench.scenario.Experiment;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Workload;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A run in the order in which people read it: experiments and deployments as the plan has them, loads from low to high. */
record RunView(RunResult result) {
    List<Experiment.Program> programs() {
        return experiments(Experiment.Program.class);
    }

    List<Experiment.Load> loads() {
        return experiments(Experiment.Load.class);
    }

    private <T extends Experiment> List<T> experiments(Class<T> type) {
        return result.plan().experiments().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    List<String> deployments() {
        return result.plan().deployments().stream().map(NamedDeployment::name).toList();
    }

    List<ProgramCell> cells(Experiment.Program program) {
        return cells(program, ProgramCell.class).sorted(byDeployment()).toList();
    }

    List<LoadCell> cells(Experiment.Load load) {
        return cells(load, LoadCell.class)
                .sorted(this.<LoadCell>byDeployment().thenComparingDouble(RunView::asked))
                .toList();
    }

    /** What the model says of a load. */
    List<LoadCell> predicted(Experiment.Load load) {
        return result.predictions().map(Predictions::cells).orElse(List.of()).stream()
                .filter(cell -> cell.key().experiment().equals(load.name()))
                .sorted(this.<LoadCell>byDeployment().thenComparingDouble(RunView::asked))
                .toList();
    }

    private <T extends Cell> Stream<T> cells(Experiment experiment, Class<T> type) {
        return result.cells().stream()
                .filter(cell -> cell.key().experiment().equals(experiment.name()))
                .filter(type::isInstance)
                .map(type::cast);
    }

    List<Trial.ProgramTrial> trials(ProgramCell cell) {
        return trials(cell, Trial.ProgramTrial.class);
    }

    List<Trial.LoadTrial> trials(LoadCell cell) {
        return trials(cell, Trial.LoadTrial.class);
    }

    private <T extends Trial> List<T> trials(Cell cell, Class<T> type) {
        return result.trials().stream()
                .filter(trial -> trial.cell().equals(cell.key()))
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** The rate or the number of users. */
    static double asked(LoadCell cell) {
        return switch (cell.workload()) {
            case Workload.Open open -> open.rate();
            case Workload.Closed closed -> closed.users();
        };
    }

    private <T extends Cell> Comparator<T> byDeployment() {
        List<String> order = deployments();
        return Comparator.comparingInt(cell -> order.indexOf(cell.key().deployment()));
    }
}
