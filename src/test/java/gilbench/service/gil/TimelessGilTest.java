package gilbench.service.gil;

import static org.assertj.core.api.Assertions.assertThat;

import gilbench.service.gil.TimelessGil.ExitRule;
import gilbench.service.gil.TimelessGil.Phase;
import gilbench.service.gil.TimelessGil.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the protocol itself, in every order of steps that CPython's threads could take. Invariants as in {@link GilState}. */
class TimelessGilTest {
    private static final Rules TODAY = new Rules(ExitRule.CLEARS_REQUEST, 1, false);
    private static final Rules BEFORE_GH_96387 = new Rules(ExitRule.LEAVES_REQUEST, 1, false);

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void invariants1And3And6And7_everyState_hold(int threads) {
        for (TimelessGil state : explored(TODAY, threads).states()) {
            assertThat(state.count(Phase.RUNNING))
                    .as("invariant 1 in %s", state)
                    .isEqualTo(state.owner() < 0 ? 0 : 1);
            assertThat(state.owner() < 0 || state.owner() == state.last())
                    .as("invariant 1 in %s", state)
                    .isTrue();
            assertThat(state.owner() < 0 && state.count(Phase.ARMED) > 0 && state.count(Phase.WOKEN) == 0)
                    .as("invariant 6 in %s", state)
                    .isFalse();
            assertThat(state.count(Phase.SWITCHING))
                    .as("invariant 7 in %s", state)
                    .isLessThanOrEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void invariant5_afterAForcedRelease_theNextOwnerIsAnother(int threads) {
        for (TimelessGil state : explored(TODAY, threads).states()) {
            state.steps().stream()
                    .filter(next -> next.owner() >= 0 && state.owner() < 0)
                    .forEach(next -> assertThat(next.owner())
                            .as("invariant 5 after %s", state)
                            .isNotEqualTo(state.forced()));
        }
    }

    @Test
    void invariant5_spuriousWakeUp_canBreakIt() {
        StateSpace<TimelessGil> space = explored(new Rules(ExitRule.CLEARS_REQUEST, 1, true), 3);

        assertThat(space.lost(TimelessGilTest::isOver)).isEmpty();
        assertThat(space.states().stream()
                        .filter(state -> state.count(Phase.SWITCHING) == 1)
                        .flatMap(state -> state.steps().stream())
                        .anyMatch(next -> next.owner() < 0 && next.count(Phase.SWITCHING) == 0))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void invariant7_endOfTheProcess_everyoneCanEnd(int threads) {
        assertThat(explored(TODAY, threads).lost(TimelessGilTest::isOver)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void invariant7_exitRuleBeforeGh96387_hangs(int threads) {
        assertThat(explored(BEFORE_GH_96387, threads).lost(TimelessGilTest::isOver))
                .as("states in which the last thread waits for ever for a switch")
                .isNotEmpty()
                .anyMatch(state -> state.is(0, Phase.SWITCHING) && state.count(Phase.ENDED) == threads - 1);
    }

    @Test
    void invariant4_requestNotedAtTheInterpreterOfTheRequester_isNotSeenByTheHolder() {
        assertThat(explored(new Rules(ExitRule.CLEARS_REQUEST, 2, false), 2).states())
                .noneMatch(TimelessGil::isRequestedOfOwner)
                .anyMatch(state -> state.drops() != 0);
        assertThat(explored(TODAY, 2).states()).anyMatch(TimelessGil::isRequestedOfOwner);
    }

    /** The process has ended but for the thread that ends it, which goes on. */
    private static boolean isOver(TimelessGil state) {
        return state.ending()
                && state.count(Phase.ENDED) == state.phases().size() - 1
                && (state.is(0, Phase.RUNNING) || state.is(0, Phase.OUTSIDE));
    }

    private static StateSpace<TimelessGil> explored(Rules rules, int threads) {
        return new StateSpace<>(TimelessGil.free(rules, threads), TimelessGil::steps);
    }
}
