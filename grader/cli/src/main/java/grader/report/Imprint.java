package grader.report;

/**
 * What a report says about its own making.
 *
 * @param version the grader's
 * @param withDuration whether it says how long grading took; without, equal results give equal
 *     reports
 */
public record Imprint(String version, boolean withDuration) {}
