package gilbench.cpython;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gilbench.scenario.BoundException;
import gilbench.scenario.ConcurrencyModel;
import gilbench.scenario.Deployment;
import gilbench.scenario.Interpreter;
import gilbench.scenario.InterpreterKind;
import gilbench.scenario.PythonRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PythonIT {
    private static final Python OLD = new Python(Path.of("/usr/bin/python3"), "3.13.0", false, false);
    private static final Python FREE = new Python(Path.of("/usr/bin/python3"), "3.14.0", true, true);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void find_pathWithoutPython_isEmpty() throws InterruptedException {
        assertThat(Python.find(Optional.empty(), folder.toString())).isEmpty();
        assertThat(Python.find(Optional.empty(), "")).isEmpty();
    }

    @Test
    void find_firstOnPathIsNoCPython_goesOn() throws Exception {
        Path fake = folder.resolve("python3");
        Files.writeString(fake, "#!/bin/sh\necho gilbench\n");
        Files.setPosixFilePermissions(fake, PosixFilePermissions.fromString("rwx------"));
        assertThat(Python.find(Optional.empty(), folder.toString())).isEmpty();
    }

    @Test
    void find_namedFileThatIsNoPython_namesIt() {
        assertThatExceptionOfType(BoundException.class)
                .isThrownBy(() -> Python.find(Optional.of(folder.resolve("no-python"))))
                .withMessageContaining("--python")
                .withMessageContaining("no-python")
                .withMessageContaining("3.8");
    }

    @Test
    void find_onPath_knowsItsVersion() throws InterruptedException {
        Python python = Pythons.any();
        assertThat(python.version()).matches("3\\.\\d+\\.\\d+");
        assertThat(python.path()).isExecutable();
        assertThat(Python.find(Optional.of(python.path()))).contains(python);
    }

    @Test
    void obstacle_whatCPythonLacks_saysWhat() {
        assertThat(obstacle(OLD, ConcurrencyModel.VIRTUAL_THREADS, InterpreterKind.GIL))
                .contains("CPython has no virtual-threads");
        assertThat(obstacle(OLD, ConcurrencyModel.EVENT_LOOP, InterpreterKind.FREE_THREADED))
                .hasValueSatisfying(reason -> assertThat(reason).contains("free-threaded build", "3.13.0"));
        assertThat(obstacle(OLD, ConcurrencyModel.EVENT_LOOP, InterpreterKind.PER_INTERPRETER_GIL))
                .hasValueSatisfying(reason -> assertThat(reason).contains("3.14", "3.13.0"));
    }

    @Test
    void obstacle_whatCPythonHas_isNone() {
        assertThat(obstacle(OLD, ConcurrencyModel.THREAD_PER_REQUEST, InterpreterKind.GIL))
                .isEmpty();
        assertThat(obstacle(OLD, ConcurrencyModel.WORKER_PROCESSES, InterpreterKind.PER_INTERPRETER_GIL))
                .isEmpty();
        assertThat(obstacle(FREE, ConcurrencyModel.THREAD_PER_REQUEST, InterpreterKind.FREE_THREADED))
                .isEmpty();
        assertThat(obstacle(FREE, ConcurrencyModel.EVENT_LOOP, InterpreterKind.PER_INTERPRETER_GIL))
                .isEmpty();
    }

    @Test
    void command_freeThreadedBuild_isToldWhetherToHaveAGil() {
        assertThat(WorkerScript.command(FREE, InterpreterKind.FREE_THREADED, RealPools.SPEED))
                .contains("gil=0");
        assertThat(WorkerScript.command(FREE, InterpreterKind.GIL, RealPools.SPEED))
                .contains("gil=1");
        assertThat(WorkerScript.command(OLD, InterpreterKind.GIL, RealPools.SPEED))
                .doesNotContain("-X");
    }

    @Test
    void measure_thisPython_givesPlausibleSpeedsThatSurviveTheirText() throws Exception {
        PythonSpeed speed = WorkerScript.measure(Pythons.any(), InterpreterKind.GIL);
        assertThat(speed.python()).isBetween(0.001, 2.0);
        assertThat(speed.opaque()).isGreaterThan(speed.python());
        assertThat(speed.released()).isBetween(0.0001, 1.0);
        assertThat(PythonSpeed.parse(speed.toString())).isEqualTo(speed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1,2", "1,2,3,4", "1,x,3", "0,1,1", "1,-1,1", "NaN,1,1"})
    void parse_whatIsNoSpeed_isRefused(String text) {
        assertThatExceptionOfType(BoundException.class)
                .isThrownBy(() -> PythonSpeed.parse(text))
                .withMessageContaining("python-speed");
    }

    private static Optional<String> obstacle(Python python, ConcurrencyModel model, InterpreterKind kind) {
        return WorkerScript.obstacle(python, Deployment.of(model, Interpreter.of(kind), 2), PythonRuntime.CPYTHON);
    }
}
