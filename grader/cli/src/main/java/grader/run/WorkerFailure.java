package grader.run;

/**
 * A worker could not do its job, through the machine's or our own fault: says nothing about the
 * submission.
 */
public final class WorkerFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public WorkerFailure(String message) {
    super(message);
  }

  public WorkerFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
