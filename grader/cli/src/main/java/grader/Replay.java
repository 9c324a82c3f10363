package grader;

import grader.compile.SourceError;
import grader.inspect.HiddenTest;
import grader.inspect.Problem;
import grader.kata.Submission;
import grader.run.TestRun;
import java.util.List;

/** What came of replaying a token. */
public sealed interface Replay {

  /** The submission does not compile. */
  record Rejected(List<SourceError> errors) implements Replay {
    public Rejected {
      errors = List.copyOf(errors);
    }
  }

  /** The submission lacks something, or uses what is not allowed. */
  record Refused(List<Problem> problems) implements Replay {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /** The token belongs to something else. */
  record DoesNotFit(String why) implements Replay {}

  /** The trial ran, and this is what was seen. */
  record Ran(Submission submission, HiddenTest test, TestRun run) implements Replay {}
}
