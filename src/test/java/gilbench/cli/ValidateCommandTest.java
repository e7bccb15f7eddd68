package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.bench.result.RunState;
import gilbench.bench.stats.Estimate;
import gilbench.cpython.compare.ComparisonVerdict;
import gilbench.cpython.compare.Doubt;
import gilbench.cpython.validate.Metric;
import gilbench.cpython.validate.Overall;
import gilbench.cpython.validate.Tally;
import gilbench.cpython.validate.ValidationExtent;
import gilbench.cpython.validate.ValidationResult;
import gilbench.cpython.validate.ValidationRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ValidateCommandTest {
    private static final ValidationRow MET = row(ComparisonVerdict.MET, Optional.empty());
    private static final ValidationRow MISSED = row(ComparisonVerdict.MISSED, Optional.empty());
    private static final ValidationRow OPEN = row(ComparisonVerdict.UNDECIDED, Optional.of(Doubt.CROSSES_THE_BOUND));

    @Test
    void exitCode_undecidedAlone_isOk() {
        assertThat(code(false, result(RunState.COMPLETE, MET, OPEN))).isEqualTo(ExitCode.OK);
    }

    @Test
    void exitCode_missedUnderAnyPython_isRunInvalid() {
        assertThat(code(false, result(RunState.COMPLETE, MISSED), result(RunState.COMPLETE, MET)))
                .isEqualTo(ExitCode.RUN_INVALID);
    }

    @Test
    void exitCode_interrupted_isThatWhateverWasMissed() {
        assertThat(code(true, result(RunState.COMPLETE, MISSED))).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(code(false, result(RunState.INTERRUPTED, MISSED))).isEqualTo(ExitCode.INTERRUPTED);
    }

    @Test
    void tables_sayWhatIsPredictedWhatIsOpenAndWhetherTheWholeIsMet() {
        String text = ValidationTables.of(List.of(result(RunState.COMPLETE, MET, OPEN)), Path.of("out"))
                .text();

        assertThat(text)
                .contains("experiments drawn from seed 7", "mean-wait")
                .containsPattern("31\\D+32\\D+33")
                .contains("predicted", "0.980 [0.980]", "n/a")
                .contains("the interval crosses the bound")
                .contains("during the calibration of Python and the calibration of the simulation; validate again")
                .contains("mean |ln(simulated/real)| 3.0 % over 4", "(bound 5 %: met)")
                .contains("mean |ln(predicted/real)| 7.0 % over 2");
    }

    private static ExitCode code(boolean interrupted, ValidationResult... results) {
        return ValidateCommand.exitCode(List.of(results), interrupted);
    }

    private static ValidationResult result(RunState state, ValidationRow... rows) {
        return new ValidationResult(
                "CPython 3.13.0",
                ValidationExtent.STANDARD,
                OptionalLong.of(7),
                state,
                List.of(rows),
                List.of(new Tally(Metric.Role.MEAN_WAIT, 31, 32, 33)),
                Optional.of(new Overall(0.03, 4)),
                Optional.of(new Overall(0.07, 2)),
                0,
                List.of("calibration of Python", "calibration of the simulation"));
    }

    private static ValidationRow row(ComparisonVerdict verdict, Optional<Doubt> doubt) {
        Optional<Estimate> one = Optional.of(new Estimate(1, 0.99, 1.01, 5));
        return new ValidationRow(
                "Slices",
                "2 threads",
                "switches/s",
                Metric.Role.THROUGHPUT,
                "± 5 %",
                one,
                one,
                one,
                one,
                doubt.isEmpty() ? Optional.of(new ValidationRow.Predicted(0.98, 0.98)) : Optional.empty(),
                5,
                verdict,
                doubt);
    }
}
