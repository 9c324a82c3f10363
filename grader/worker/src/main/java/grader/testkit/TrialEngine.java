package grader.testkit;

/** Runs a concurrency test as often, and under as many schedules, as it sees fit. */
public interface TrialEngine {

  /**
   * Runs the trials of one test.
   *
   * @throws Throwable the failure of a trial, so that JUnit reports it
   */
  void run(TrialBody body) throws Throwable;
}
