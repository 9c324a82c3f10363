package grader.diagnose;

import grader.testkit.Bug;

/**
 * Which bug explains a verdict.
 *
 * @param because the evidence, in one or two sentences
 */
public record Diagnosis(Bug bug, String because) {}
