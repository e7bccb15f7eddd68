package gilbench.cli;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gilbench.cpython.Python;
import gilbench.cpython.probe.ProbeKind;
import gilbench.cpython.probe.ProbeReply;
import gilbench.cpython.probe.ProbeSide;
import gilbench.cpython.probe.ProbeTask;
import gilbench.cpython.probe.ProbeThreads;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both probes carry out every kind of task; only order and gross factors are asserted. */
@Timeout(value = 5, unit = MINUTES)
class ProbeProcessesIT {
    private static final Duration INTERVAL = Duration.ofMillis(5);
    private static final Duration WINDOW = Duration.ofMillis(400);
    private static Optional<ProbeProcesses> probes = Optional.empty();

    @BeforeAll
    static void start() throws InterruptedException {
        Optional<Python> python = Python.find(Optional.empty());
        assumeTrue(python.isPresent(), "needs a CPython 3.8 or later on PATH");
        probes = Optional.of(ProbeProcesses.start("test", python.orElseThrow()));
    }

    @AfterAll
    static void stop() {
        probes.ifPresent(ProbeProcesses::close);
    }

    @ParameterizedTest
    @EnumSource
    void cpuThreads_takeTurnsOfAboutAnInterval(ProbeSide side) throws InterruptedException {
        ProbeReply reply = run(side, 1, threads(ProbeKind.CPU, 2, 0, 0));

        assertThat(reply.watched().amounts()).hasSize(2).allMatch(work -> work > 0);
        assertThat(reply.slices()).hasSizeBetween(3, 90);
    }

    @ParameterizedTest
    @EnumSource
    void sleeper_besideACpuThread_waitsForAnInterval(ProbeSide side) throws InterruptedException {
        ProbeReply reply = run(side, 1, threads(ProbeKind.CPU, 1, 0, 0), threads(ProbeKind.SLEEPER, 1, 2, 2));

        assertThat(reply.watched().waits()).isNotEmpty();
        assertThat(reply.watched().waits().stream()
                        .mapToLong(Long::longValue)
                        .max()
                        .orElseThrow())
                .isGreaterThan(INTERVAL.toNanos() / 2);
    }

    @ParameterizedTest
    @EnumSource
    void echo_alone_answersItsClient(ProbeSide side) throws InterruptedException {
        ProbeReply reply = run(side, 1, threads(ProbeKind.ECHO, 1, 0, 0));

        assertThat(reply.watched().total()).isGreaterThan(100);
        assertThat(reply.watched().waits()).hasSizeGreaterThan(100).allMatch(wait -> wait > 0);
    }

    @ParameterizedTest
    @EnumSource
    void opaqueCall_keepsTheTickerWaiting(ProbeSide side) throws InterruptedException {
        ProbeReply reply = run(side, 1, threads(ProbeKind.OPAQUE, 1, 200, 50), threads(ProbeKind.SLEEPER, 1, 1, 1));

        assertThat(reply.watched().waits()).anyMatch(wait -> wait > 80_000_000);
    }

    @ParameterizedTest
    @EnumSource
    void everyOtherKind_getsSomethingDone(ProbeSide side) throws InterruptedException {
        ProbeReply reply = run(
                side,
                1,
                threads(ProbeKind.RELEASED, 1, 1, 0),
                threads(ProbeKind.MIXED, 2, 1, 3),
                threads(ProbeKind.LOOP, 1, 5, 20));

        assertThat(reply.groups()).hasSize(3).allMatch(group -> group.total() > 0);
        assertThat(reply.watched().waits()).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void processes_carryTheTaskOutTogether(ProbeSide side) throws InterruptedException {
        assertThat(run(side, 2, threads(ProbeKind.MIXED, 2, 1, 3)).watched().amounts())
                .hasSize(4)
                .allMatch(cycles -> cycles > 0);
    }

    private static ProbeReply run(ProbeSide side, int processes, ProbeThreads... threads) throws InterruptedException {
        return probes.orElseThrow().run(side, processes, new ProbeTask(INTERVAL, WINDOW, 1, List.of(threads)));
    }

    private static ProbeThreads threads(ProbeKind kind, int count, long firstMillis, long secondMillis) {
        return new ProbeThreads(kind, count, Duration.ofMillis(firstMillis), Duration.ofMillis(secondMillis));
    }
}
