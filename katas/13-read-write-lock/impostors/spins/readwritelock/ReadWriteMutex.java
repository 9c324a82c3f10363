package readwritelock;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * M21. Its author believed: "Readers are let in soon, so to put one to sleep is not worth while."
 * But a writer may stay for a second, and each reader that looks again and again takes the
 * processor away from it.
 */
public final class ReadWriteMutex {

  private static final long WRITING = 1L << 31; // readers are counted in the bits below
  private static final long ONE_WAITS = 1L << 32; // waiting writers are counted from here on

  private final AtomicLong state = new AtomicLong();
  private final Queue<Thread> sleepers = new ConcurrentLinkedQueue<>();

  // Volatile: anybody may ask whether it is the writer.
  private volatile Thread writer;

  public ReadWriteMutex() {}

  public void lockRead() throws InterruptedException {
    throwIfInterrupted();
    while (!enterAsReader()) {
      Thread.onSpinWait(); // BUG: busy-wait
      throwIfInterrupted();
    }
  }

  public boolean tryLockRead(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    boolean in = enterAsReader();
    if (in || left <= 0) {
      return in;
    }
    long deadline = System.nanoTime() + left;
    sleepers.add(Thread.currentThread());
    try {
      in = enterAsReader();
      while (!in && left > 0) {
        LockSupport.parkNanos(this, left);
        throwIfInterrupted();
        in = enterAsReader();
        left = deadline - System.nanoTime();
      }
      return in;
    } finally {
      sleepers.remove(Thread.currentThread());
    }
  }

  public void unlockRead() {
    long before = state.getAndUpdate(now -> readersOf(now) == 0 ? now : now - 1);
    if (readersOf(before) == 0) {
      throw new IllegalMonitorStateException("nobody reads");
    }
    if (readersOf(before) == 1) {
      wakeAll();
    }
  }

  public void lockWrite() throws InterruptedException {
    throwIfInterrupted();
    if (enterAsWriter(0)) {
      return;
    }
    boolean in = false;
    state.addAndGet(ONE_WAITS);
    sleepers.add(Thread.currentThread());
    try {
      in = enterAsWriter(ONE_WAITS);
      while (!in) {
        LockSupport.park(this);
        throwIfInterrupted();
        in = enterAsWriter(ONE_WAITS);
      }
    } finally {
      leave(in);
    }
  }

  public boolean tryLockWrite(long timeout, TimeUnit unit) throws InterruptedException {
    long left = unit.toNanos(timeout);
    throwIfInterrupted();
    boolean in = enterAsWriter(0);
    if (in || left <= 0) {
      return in;
    }
    long deadline = System.nanoTime() + left;
    state.addAndGet(ONE_WAITS);
    sleepers.add(Thread.currentThread());
    try {
      in = enterAsWriter(ONE_WAITS);
      while (!in && left > 0) {
        LockSupport.parkNanos(this, left);
        throwIfInterrupted();
        in = enterAsWriter(ONE_WAITS);
        left = deadline - System.nanoTime();
      }
      return in;
    } finally {
      leave(in);
    }
  }

  public void unlockWrite() {
    requireWriter();
    writer = null;
    state.addAndGet(-WRITING);
    wakeAll();
  }

  public void downgrade() {
    requireWriter();
    writer = null;
    state.addAndGet(1 - WRITING);
    wakeAll();
  }

  public int readers() {
    return readersOf(state.get());
  }

  public boolean isWriteLocked() {
    return (state.get() & WRITING) != 0;
  }

  private boolean enterAsReader() {
    long now = state.get();
    while (now < WRITING) { // so nobody writes, and no writer waits
      if (state.compareAndSet(now, now + 1)) {
        return true;
      }
      now = state.get();
    }
    return false;
  }

  /** Who is counted as waiting is no longer when it is in. */
  private boolean enterAsWriter(long counted) {
    long now = state.get();
    while ((now & (ONE_WAITS - 1)) == 0) { // so nobody reads or writes
      if (state.compareAndSet(now, now - counted + WRITING)) {
        writer = Thread.currentThread();
        return true;
      }
      now = state.get();
    }
    return false;
  }

  private void leave(boolean in) {
    sleepers.remove(Thread.currentThread());
    if (!in) {
      state.addAndGet(-ONE_WAITS);
      wakeAll();
    }
  }

  private void wakeAll() {
    sleepers.forEach(LockSupport::unpark);
  }

  private static int readersOf(long state) {
    return (int) (state & (WRITING - 1));
  }

  private void requireWriter() {
    if (writer != Thread.currentThread()) {
      throw new IllegalMonitorStateException("the caller does not write");
    }
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
