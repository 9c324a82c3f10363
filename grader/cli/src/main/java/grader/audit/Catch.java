package grader.audit;

import grader.Assessment;
import grader.judge.TestResult;
import grader.protocol.Engine;
import grader.run.TestRun;
import grader.testkit.Bug;
import java.util.Locale;

/**
 * What one check of an impostor came to.
 *
 * @param rightly whether it was refused, and for the right reason
 * @param how the engine that found it, with its policy if it has any; or empty
 * @param trials of the test that failed, until it did; or 0
 */
record Catch(boolean rightly, String how, int trials) {

  private static final String EXPLORE = Engine.EXPLORE.name().toLowerCase(Locale.ROOT);

  static Catch of(Assessment assessment, Bug bug) {
    boolean rightly = Row.ofImpostor(assessment, bug).proved();
    return assessment
        .judgement()
        .flatMap(judgement -> judgement.firstBad().flatMap(TestResult::firstBad))
        .map(run -> new Catch(rightly, how(run), run.observations().getFirst().trial() + 1))
        .orElseGet(() -> new Catch(rightly, "", 0));
  }

  /**
   * Whether two checks under one seed may differ like this: only threads of the JVM, which
   * sequential has where the submission starts some, keep their own timing.
   */
  boolean agreesWith(Catch other) {
    boolean controlled = how.startsWith(EXPLORE) && other.how.startsWith(EXPLORE);
    return controlled ? equals(other) : rightly == other.rightly;
  }

  private static String how(TestRun run) {
    String engine = run.engine().name().toLowerCase(Locale.ROOT);
    return run.exploration()
        .failing()
        .map(failing -> engine + ", " + failing.policy())
        .orElse(engine);
  }
}
