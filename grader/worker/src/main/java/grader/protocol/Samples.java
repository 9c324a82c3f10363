package grader.protocol;

/** So many schedules of a test, drawn at random by this policy. */
public record Samples(String policy, int schedules) {}
