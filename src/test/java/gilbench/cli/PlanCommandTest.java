package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.scenario.text.BundledPlans;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PlanCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine command =
            new CommandLine(new PlanCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    @Test
    void plan_bundledName_printsItsTextVerbatim() {
        assertThat(command.execute("quick")).isZero();
        assertThat(out).hasToString(BundledPlans.text("quick"));
    }

    @Test
    void plan_unknownName_isAUsageErrorThatListsTheNames() {
        assertThat(command.execute("fast")).isEqualTo(2);
        assertThat(err.toString()).contains("'fast' must be one of quick, seed, backend");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void plan_noName_isAUsageError() {
        assertThat(command.execute()).isEqualTo(2);
    }
}
