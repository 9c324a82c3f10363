package grader.testkit;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts how many threads are inside at once, and remembers the most. Thread-safe. */
public final class Gauge {

  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  public Gauge() {}

  /** One more, or {@code n} more, are inside. */
  public void enter(int n) {
    int now = inside.addAndGet(n);
    most.accumulateAndGet(now, Math::max);
  }

  public void enter() {
    enter(1);
  }

  public void exit(int n) {
    inside.addAndGet(-n);
  }

  public void exit() {
    exit(1);
  }

  /** How many are inside now. */
  public int inside() {
    return inside.get();
  }

  /** The most that were ever inside at once. */
  public int most() {
    return most.get();
  }
}
