package grader;

import grader.inspect.Plan;
import grader.kata.Submission;
import java.util.Map;

/**
 * A submission that is ready to run.
 *
 * @param classes its class files, by binary name
 */
record Prepared(Submission submission, Plan plan, Map<String, byte[]> classes) {}
