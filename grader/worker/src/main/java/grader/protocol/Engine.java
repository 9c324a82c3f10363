package grader.protocol;

/** A way to schedule threads. */
public enum Engine {
  /** One thread: properties against a model. */
  SEQUENTIAL,
  /** Every thread under control, one runs at a time. */
  EXPLORE,
  /** Real threads with noise. */
  STRESS
}
