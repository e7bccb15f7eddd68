package gilbench.bench.runner;

import gilbench.bench.load.LoadDriver;
import gilbench.bench.load.LoadDriver.LoadRequest;
import gilbench.bench.result.Block;
import gilbench.bench.result.End;
import gilbench.bench.result.Finding;
import gilbench.bench.result.FindingType;
import gilbench.bench.result.Measurement;
import gilbench.bench.result.Trial.ProgramTrial;
import gilbench.scenario.Arrangement;
import gilbench.scenario.Experiment;
import gilbench.scenario.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Times programs: in each block, back to back, the requests to the service in each arrangement and as many plain burners.
 * The order alternates from block to block: serial or together first, and every second block service or burners first.
 */
final class ProgramTrials {
    private static final Duration BEYOND_DEADLINE = Duration.ofSeconds(5);

    private final LoadDriver driver;

    ProgramTrials(LoadDriver driver) {
        this.driver = driver;
    }

    ProgramTrial measure(PlannedTrial.OfProgram planned, RunningLaunch launch) throws InterruptedException {
        Experiment.Program program = planned.experiment();
        List<Finding> findings = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < program.blocks(); i++) {
            blocks.add(block(i, program, launch, findings));
        }
        return new ProgramTrial(planned.cell(), launch.index(), planned.order(), program.requests(), blocks, findings);
    }

    private Block block(int index, Experiment.Program program, RunningLaunch launch, List<Finding> findings)
            throws InterruptedException {
        List<Arrangement> order = new ArrayList<>(program.arrangements());
        Collections.sort(order);
        if (index % 2 == 1) {
            Collections.reverse(order);
        }
        Map<Arrangement, Duration> service = new EnumMap<>(Arrangement.class);
        Map<Arrangement, Duration> burners = new EnumMap<>(Arrangement.class);
        boolean burnersFirst = index / 2 % 2 == 1;
        if (burnersFirst) {
            timeBurners(program, launch, order, burners);
        }
        for (Arrangement arrangement : order) {
            service.put(arrangement, timeService(index, program, arrangement, launch, findings));
        }
        if (!burnersFirst) {
            timeBurners(program, launch, order, burners);
        }
        return new Block(service, burners);
    }

    private Duration timeService(
            int block,
            Experiment.Program program,
            Arrangement arrangement,
            RunningLaunch launch,
            List<Finding> findings)
            throws InterruptedException {
        Duration timeout = launch.deployment().deadline().plus(BEYOND_DEADLINE);
        Measurement seen = driver.drive(new LoadRequest(
                launch.service().uri(),
                program.profile(),
                workload(program.requests(), arrangement),
                Duration.ZERO,
                timeout.multipliedBy(arrangement == Arrangement.SERIAL ? program.requests() : 1),
                block,
                program.requests(),
                timeout));
        if (seen.ended(End.COMPLETED) != program.requests()) {
            findings.add(new Finding(
                    FindingType.ENDPOINT_CHECK,
                    "block %d %s: %d of %d requests completed %s"
                            .formatted(
                                    block + 1,
                                    arrangement.label(),
                                    seen.ended(End.COMPLETED),
                                    program.requests(),
                                    seen.ends())));
        }
        return seen.window();
    }

    private static Workload workload(int requests, Arrangement arrangement) {
        return switch (arrangement) {
            case SERIAL -> new Workload.Closed(1, OptionalInt.of(requests), Duration.ZERO);
            case TOGETHER -> new Workload.Closed(requests, OptionalInt.of(1), Duration.ZERO);
        };
    }

    private static void timeBurners(
            Experiment.Program program,
            RunningLaunch launch,
            List<Arrangement> order,
            Map<Arrangement, Duration> elapsed)
            throws InterruptedException {
        if (launch.burners().isEmpty() || !Expectation.comparedWithBurners(program)) {
            return;
        }
        Machinery.Burners burners = launch.burners().get();
        Duration cpu = program.profile().cpu();
        for (Arrangement arrangement : order) {
            elapsed.put(
                    arrangement,
                    switch (arrangement) {
                        case SERIAL -> burners.serial(cpu, program.requests());
                        case TOGETHER -> burners.together(cpu, program.requests());
                    });
        }
    }
}
