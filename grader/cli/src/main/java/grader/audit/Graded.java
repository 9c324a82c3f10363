package grader.audit;

import grader.Assessment;

/** A submission that was graded, and what that shows. */
public record Graded(Row row, Assessment assessment) {}
