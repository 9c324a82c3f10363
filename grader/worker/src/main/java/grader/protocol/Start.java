package grader.protocol;

/** What a worker's JVM is started for: its one argument. */
public enum Start {
  /** A job of real threads. */
  PLAIN,
  /** A job whose threads are all under control. */
  CONTROLLED,
  /** No job: it loads what workers need, for a start-up cache. */
  REHEARSAL
}
