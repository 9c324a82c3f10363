package readwritelock.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import readwritelock.ReadWriteMutex;

/** The ways to wait for the lock: as long as it takes, or with a limit that is never reached. */
final class Ways {

  private Ways() {}

  static void read(ReadWriteMutex mutex, boolean limited) throws InterruptedException {
    if (limited) {
      assertThat(mutex.tryLockRead(1, TimeUnit.HOURS)).as("may read within the hour").isTrue();
    } else {
      mutex.lockRead();
    }
  }

  static void write(ReadWriteMutex mutex, boolean limited) throws InterruptedException {
    if (limited) {
      assertThat(mutex.tryLockWrite(1, TimeUnit.HOURS)).as("may write within the hour").isTrue();
    } else {
      mutex.lockWrite();
    }
  }

  static void take(ReadWriteMutex mutex, boolean writes, boolean limited)
      throws InterruptedException {
    if (writes) {
      write(mutex, limited);
    } else {
      read(mutex, limited);
    }
  }

  static void unlock(ReadWriteMutex mutex, boolean written) {
    if (written) {
      mutex.unlockWrite();
    } else {
      mutex.unlockRead();
    }
  }

  /** Takes the lock for the other purpose, so that this one has to wait. */
  static void keepOut(ReadWriteMutex mutex, boolean writer) throws InterruptedException {
    take(mutex, !writer, false);
  }
}
