package grader.testkit;

/** Only the name is the same. */
public interface Trial {}
