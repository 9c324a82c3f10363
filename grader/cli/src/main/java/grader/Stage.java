package grader;

import grader.protocol.Engine;
import grader.protocol.Job;
import grader.run.Configuration;
import java.util.List;

/** One engine's part in grading many submissions: those that pass it go on to the next. */
record Stage(Engine engine, Configuration configuration, Jobs jobs) {

  /** As a check does it. */
  static List<Stage> ofCheck(Jobs jobs) {
    return List.of(sequential(jobs), explore(jobs));
  }

  /**
   * First some schedules only: a thread that hangs is noticed at once where all threads are under
   * control, and after a minute where they are not.
   */
  static List<Stage> quickFirst(Jobs jobs) {
    Jobs quick = new Jobs(jobs.plan(), jobs.options().as(Profile.QUICK));
    return List.of(explore(quick), sequential(jobs), explore(jobs));
  }

  private static Stage sequential(Jobs jobs) {
    return new Stage(Engine.SEQUENTIAL, Engines.ALONE, jobs);
  }

  private static Stage explore(Jobs jobs) {
    return new Stage(Engine.EXPLORE, Profile.explore(), jobs);
  }

  /** The job of this stage for these rounds. */
  Job job(List<Job.Round> rounds) {
    return jobs.job(engine, configuration, jobs.plan().testsOf(engine), rounds);
  }
}
