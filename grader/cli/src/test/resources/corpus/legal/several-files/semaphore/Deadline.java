package semaphore;

import java.util.concurrent.TimeUnit;

/** A moment, or never. */
class Deadline {

  static final Deadline NEVER =
      new Deadline(0, 0) {
        @Override
        boolean sleepOn(Object monitor) throws InterruptedException {
          monitor.wait();
          return true;
        }
      };

  private final long begin;
  private final long nanos;

  private Deadline(long begin, long nanos) {
    this.begin = begin;
    this.nanos = nanos;
  }

  static Deadline in(long nanos) {
    return new Deadline(System.nanoTime(), Math.max(0, nanos));
  }

  /** Called with the monitor held; false if the time is over. */
  boolean sleepOn(Object monitor) throws InterruptedException {
    long left = nanos == 0 ? 0 : nanos - (System.nanoTime() - begin);
    if (left <= 0) {
      return false;
    }
    TimeUnit.NANOSECONDS.timedWait(monitor, left);
    return true;
  }
}
