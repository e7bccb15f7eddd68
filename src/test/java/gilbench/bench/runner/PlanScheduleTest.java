package gilbench.bench.runner;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import gilbench.bench.result.CellKey;
import gilbench.scenario.LaunchScope;
import gilbench.scenario.NamedDeployment;
import gilbench.scenario.Plan;
import gilbench.scenario.text.BundledPlans;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanScheduleTest {
    @Test
    void of_sameSeed_sameOrder() {
        Plan plan = Plans.repeated();

        assertThat(PlanSchedule.of(plan)).isEqualTo(PlanSchedule.of(plan));
    }

    @Test
    void of_anySeed_everyCellOnceInEveryRepetition() {
        qt().forAll(longs().all()).checkAssert(seed -> {
            PlanSchedule schedule = PlanSchedule.of(Plans.repeated().withSeed(seed));

            Map<CellKey, Long> times = schedule.launches().stream()
                    .flatMap(launch -> launch.trials().stream())
                    .collect(groupingBy(PlannedTrial::cell, counting()));
            assertThat(times.keySet()).containsExactlyInAnyOrderElementsOf(schedule.cells());
            assertThat(times.values()).containsOnly(3L);
        });
    }

    @Test
    void of_anySeed_everyRoundHasEveryDeploymentEquallyOften() {
        qt().forAll(longs().all()).checkAssert(seed -> {
            Plan plan = Plans.repeated().withSeed(seed);
            List<PlannedLaunch> launches = PlanSchedule.of(plan).launches();
            int perRound = launches.size() / plan.launches();

            for (int round = 0; round < plan.launches(); round++) {
                Map<NamedDeployment, Long> times = launches.subList(round * perRound, (round + 1) * perRound).stream()
                        .collect(groupingBy(PlannedLaunch::deployment, counting()));
                assertThat(times).hasSize(3).containsValue(3L);
                assertThat(times.values()).containsOnly(3L);
            }
        });
    }

    @Test
    void of_differentSeeds_differentOrders() {
        long orders = IntStream.range(0, 50)
                .mapToObj(seed -> PlanSchedule.of(Plans.quick().withSeed(seed)).launches().stream()
                        .map(PlannedLaunch::deployment)
                        .toList())
                .distinct()
                .count();

        assertThat(orders).isEqualTo(6);
    }

    @Test
    void of_anyPlan_indicesAndOrdersCountFromZero() {
        List<PlannedLaunch> launches = PlanSchedule.of(Plans.repeated()).launches();

        assertThat(launches.stream().map(PlannedLaunch::index))
                .containsExactlyElementsOf(
                        IntStream.range(0, launches.size()).boxed().toList());
        List<Integer> orders = launches.stream()
                .flatMap(launch -> launch.trials().stream())
                .map(PlannedTrial::order)
                .toList();
        assertThat(orders)
                .containsExactlyElementsOf(
                        IntStream.range(0, orders.size()).boxed().toList());
    }

    @Test
    void of_oneExperimentScope_everyLaunchHasOneExperiment() {
        assertThat(PlanSchedule.of(Plans.repeated()).launches())
                .allSatisfy(launch -> assertThat(launch.trials().stream()
                                .map(PlannedTrial::experiment)
                                .distinct())
                        .hasSize(1));
    }

    @Test
    void cells_ofEveryKindOfPoint_carryItsLabel() {
        assertThat(PlanSchedule.of(Plans.repeated()).cells())
                .contains(
                        new CellKey("loop", "cpu", "program"),
                        new CellKey("loop", "io", "20/s"),
                        new CellKey("loop", "shares", "130% of capacity"));
    }

    @Test
    void expected_withMoreLaunches_grows() {
        Duration one = PlanSchedule.of(Plans.plan(1, LaunchScope.ALL_EXPERIMENTS, Plans.PROGRAM))
                .expected();
        Duration three = PlanSchedule.of(Plans.plan(3, LaunchScope.ALL_EXPERIMENTS, Plans.PROGRAM))
                .expected();

        assertThat(three).isGreaterThan(one.multipliedBy(2));
    }

    @Test
    void expected_ofProgram_countsWhatRunsInParallel() {
        Duration onThreads =
                Expectation.of(Plans.PROGRAM, Plans.quick().deployments().get(0).deployment());
        Duration onWorkers =
                Expectation.of(Plans.PROGRAM, Plans.quick().deployments().get(2).deployment());

        assertThat(onThreads.minus(onWorkers)).isEqualTo(Duration.ofMillis(3 * 20));
    }

    @Test
    void expected_ofBundledQuick_leavesAMarginBelowTwoMinutes() {
        PlanSchedule schedule = PlanSchedule.of(BundledPlans.plan("quick"));

        assertThat(schedule.expected()).isLessThanOrEqualTo(Duration.ofSeconds(110));
        assertThat(schedule.launches())
                .hasSize(5)
                .allSatisfy(launch -> assertThat(launch.expected()).isLessThan(Duration.ofSeconds(24)));
    }

    @Test
    void expected_ofBundledBackend_withinAnHour() {
        assertThat(PlanSchedule.of(BundledPlans.plan("backend")).expected()).isLessThanOrEqualTo(Duration.ofHours(1));
    }
}
