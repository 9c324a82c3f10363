package grader.run;

import grader.protocol.Outcome;

/** What one trial showed that did not pass. */
public record Observation(int trial, long seed, Outcome outcome) {}
