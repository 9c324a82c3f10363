package reentrantlock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Who has to wait takes a turn with a latch, and an unlock calls the first turn in line after
 * making its thread the owner. The author thought that {@code await} throws only as long as nobody
 * called.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Deque<Turn> line = new ArrayDeque<>(); // guarded by line
  private Thread owner; // guarded by line
  private int holds; // guarded by line

  public ReentrantMutex() {}

  public void lock() {
    Turn turn = lineUp();
    boolean interrupted = false;
    boolean called = turn == null;
    while (!called) {
      try {
        turn.call.await();
        called = true;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public void lockInterruptibly() throws InterruptedException {
    throwIfInterrupted();
    Turn turn = lineUp();
    if (turn != null) {
      try {
        turn.call.await();
      } catch (InterruptedException e) {
        abandon(turn, e);
      }
    }
  }

  public boolean tryLock() {
    synchronized (line) {
      Thread me = Thread.currentThread();
      if (owner != null && owner != me) {
        return false;
      }
      owner = me;
      holds++;
      return true;
    }
  }

  public boolean tryLock(long timeout, TimeUnit unit) throws InterruptedException {
    long nanos = unit.toNanos(timeout);
    throwIfInterrupted();
    if (nanos <= 0) {
      return tryLock();
    }
    Turn turn = lineUp();
    boolean called = turn == null;
    if (!called) {
      try {
        called = turn.call.await(nanos, TimeUnit.NANOSECONDS) || !stepOut(turn);
      } catch (InterruptedException e) {
        abandon(turn, e);
      }
    }
    return called;
  }

  public void unlock() {
    synchronized (line) {
      if (owner != Thread.currentThread()) {
        throw new IllegalMonitorStateException("not the owner");
      }
      holds--;
      if (holds > 0) {
        return;
      }
      Turn next = line.poll();
      if (next == null) {
        owner = null;
      } else {
        owner = next.thread;
        holds = 1;
        next.call.countDown();
      }
    }
  }

  public Guard acquire() {
    lock();
    return new Pass();
  }

  public boolean isHeldByCurrentThread() {
    synchronized (line) {
      return owner == Thread.currentThread();
    }
  }

  public int getHoldCount() {
    synchronized (line) {
      return owner == Thread.currentThread() ? holds : 0;
    }
  }

  /** Takes the lock and returns null, or returns the turn to wait for. */
  private Turn lineUp() {
    synchronized (line) {
      if (tryLock()) {
        return null;
      }
      Turn turn = new Turn(Thread.currentThread(), new CountDownLatch(1));
      line.add(turn);
      return turn;
    }
  }

  /** False if the turn was called before. */
  private boolean stepOut(Turn turn) {
    synchronized (line) {
      return line.remove(turn);
    }
  }

  private void abandon(Turn turn, InterruptedException reason) throws InterruptedException {
    stepOut(turn);
    throw reason; // BUG: lost-permit
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private record Turn(Thread thread, CountDownLatch call) {}

  private final class Pass implements Guard {
    private boolean returned;

    @Override
    public void close() {
      if (!returned) {
        unlock();
        returned = true;
      }
    }
  }
}
