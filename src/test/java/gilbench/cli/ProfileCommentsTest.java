package gilbench.cli;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.cpython.Python;
import gilbench.scenario.InterpreterProfile;
import gilbench.scenario.text.BundledInterpreters;
import gilbench.scenario.text.InterpreterProfileYaml;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileCommentsTest {
    private static final Python PYTHON = new Python(Path.of("/usr/bin/python3"), "3.13.0", false, false);
    private static final InterpreterProfile PROFILE = BundledInterpreters.profile("cpython-3.13");

    @Test
    void add_everyValue_hasACommentBeforeIt() {
        List<String> lines = commented(Set.of()).lines().toList();

        assertThat(lines.getFirst()).startsWith("# CPython 3.13.0 on this machine");
        for (int i = 2; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.strip().startsWith("#") && !line.endsWith(":")) {
                assertThat(lines.get(i - 1)).as(line).matches(" *# .*[.]");
            }
        }
    }

    @Test
    void add_comments_leaveTheProfileAsItIs() {
        assertThat(InterpreterProfileYaml.parse("profile.yaml", commented(Set.of())))
                .isEqualTo(InterpreterProfileYaml.parse("plain.yaml", InterpreterProfileYaml.format(PROFILE)));
    }

    @Test
    void add_disturbedStage_saysSoOfItsValuesOnly() {
        assertThat(commented(Set.of(CalibrationStage.REQUESTS))
                        .lines()
                        .filter(line -> line.contains("others used the machine")))
                .hasSize(CalibrationStage.REQUESTS.keys().size());
    }

    @Test
    void stages_together_findEachValueOfAMachineOnce() {
        String text = InterpreterProfileYaml.format(PROFILE);
        List<String> found = Arrays.stream(CalibrationStage.values())
                .flatMap(stage -> stage.keys().stream())
                .toList();

        assertThat(found)
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(text).contains("  " + key + ": "));
        assertThat(text.substring(text.indexOf("machine:"))
                        .lines()
                        .skip(1)
                        .map(line -> line.strip().split(":", 2)[0]))
                .isSubsetOf(found);
    }

    private static String commented(Set<CalibrationStage> disturbed) {
        return ProfileComments.add(InterpreterProfileYaml.format(PROFILE), PYTHON, disturbed);
    }
}
