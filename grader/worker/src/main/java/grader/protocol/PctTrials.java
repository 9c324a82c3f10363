package grader.protocol;

/**
 * Trials of one test by probabilistic concurrency testing, without whims.
 *
 * @param changes at how many steps, drawn anew for each trial, priorities changed
 * @param length from how many steps those were drawn
 * @param trials how many trials were made in this way
 */
public record PctTrials(int changes, int length, int trials) {}
