package gilbench.service.execution;

import gilbench.scenario.Outcome;
import gilbench.scenario.TimeBudget;

/**
 * How one request ended and where its time went.
 *
 * @param detail for people: why it did not complete; empty when it completed
 */
public record Answer(Outcome outcome, TimeBudget budget, String detail) {}
