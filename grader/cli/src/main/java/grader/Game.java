package grader;

import grader.inspect.HiddenTest;
import grader.protocol.Turn;
import grader.run.Deadline;
import grader.run.TestRun;
import grader.run.WorkerFailure;
import grader.run.Workers;
import grader.run.Workshop;
import java.time.Duration;
import java.util.List;

/**
 * One trial of a test, of which somebody chooses the schedule, turn by turn. Each time it begins
 * anew in another JVM and comes as far as the turns say: the same turns lead to the same place. For
 * one thread.
 */
public final class Game implements AutoCloseable {

  // People take their time.
  private static final Duration LONGEST = Duration.ofHours(12);

  private final Workers workers;
  private final Prepared prepared;
  private final Token token;

  /**
   * @param token names the test, and what it draws at random
   */
  Game(Workshop workshop, Prepared prepared, Token token) {
    this.workers = workshop.workers(new Deadline(LONGEST));
    this.prepared = prepared;
    this.token = token;
  }

  public HiddenTest test() {
    return prepared.plan().concurrent().get(token.test());
  }

  /**
   * What happened after these turns: how the trial ended, or between what threads the next turn is.
   *
   * @throws WorkerFailure if the worker could not say
   */
  public TestRun after(List<Turn> turns) {
    Token played =
        new Token(
            token.submission(), token.tests(), token.test(), token.seed(), Turn.schedule(turns));
    TestRun run =
        new Replays(workers, prepared)
            .replay(played)
            .orElseThrow(() -> new WorkerFailure("the test did not come to run"));
    workers.prepare(Profile.explore());
    return run;
  }

  @Override
  public void close() {
    workers.close();
  }
}
