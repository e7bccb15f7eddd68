package gilbench.service.web;

/**
 * The answer to a request that completed.
 *
 * @param profile the text form of what was carried out
 */
record AnswerBody(String status, String outcome, String profile, BudgetBody budget) {}
