package reentrantlock;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * First come, first served: who unlocks hands the lock to the first turn in line, and each turn
 * sleeps on its own monitor. The author thought that {@code wait} with little time waits a little.
 */
public final class ReentrantMutex {

  public interface Guard extends AutoCloseable {
    @Override
    void close();
  }

  private final Queue<Turn> line = new ArrayDeque<>(); // guarded by line
  private Thread owner; // guarded by line
  private int holds; // guarded by line

  public ReentrantMutex() {}

  public void lock() {
    Turn turn = enter();
    boolean interrupted = false;
    boolean called = turn == null;
    while (!called) {
      try {
        turn.await();
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
    Turn turn = enter();
    if (turn != null) {
      try {
        turn.await();
      } catch (InterruptedException e) {
        throwIfGone(turn, e);
      }
    }
  }

  public boolean tryLock() {
    Thread me = Thread.currentThread();
    synchronized (line) {
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
    long start = System.nanoTime();
    throwIfInterrupted();
    if (nanos <= 0) {
      return tryLock();
    }
    Turn turn = enter();
    if (turn == null) {
      return true;
    }
    try {
      return turn.await(start, nanos) || !leave(turn);
    } catch (InterruptedException e) {
      throwIfGone(turn, e);
      return true;
    }
  }

  public void unlock() {
    synchronized (line) {
      if (owner != Thread.currentThread()) {
        throw new IllegalMonitorStateException("the lock is held by " + owner);
      }
      holds--;
      if (holds == 0) {
        handOver(line.poll());
      }
    }
  }

  public Guard acquire() {
    lock();
    return new Possession();
  }

  public boolean isHeldByCurrentThread() {
    return getHoldCount() > 0;
  }

  public int getHoldCount() {
    synchronized (line) {
      return owner == Thread.currentThread() ? holds : 0;
    }
  }

  /** Takes the lock and returns null, or returns the turn to wait for. */
  private Turn enter() {
    synchronized (line) {
      if (tryLock()) {
        return null;
      }
      Turn turn = new Turn(Thread.currentThread());
      line.add(turn);
      return turn;
    }
  }

  /** Called with line held. */
  private void handOver(Turn next) {
    if (next == null) {
      owner = null;
      return;
    }
    owner = next.thread;
    holds = 1;
    next.call();
  }

  /** False if the turn has come already. */
  private boolean leave(Turn turn) {
    synchronized (line) {
      return line.remove(turn);
    }
  }

  /** Returns if the turn has come before the interrupt, with the status set. */
  private void throwIfGone(Turn turn, InterruptedException e) throws InterruptedException {
    if (leave(turn)) {
      throw e;
    }
    Thread.currentThread().interrupt();
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private static final class Turn {
    private final Thread thread;
    private boolean called; // guarded by this

    Turn(Thread thread) {
      this.thread = thread;
    }

    synchronized void call() {
      called = true;
      notify();
    }

    synchronized void await() throws InterruptedException {
      while (!called) {
        wait();
      }
    }

    /** Whether the call came before the time was over. */
    synchronized boolean await(long start, long nanos) throws InterruptedException {
      long left = nanos - (System.nanoTime() - start);
      while (!called && left > 0) {
        wait(left / 1_000_000); // BUG: wrong-timeout
        left = nanos - (System.nanoTime() - start);
      }
      return called;
    }
  }

  private final class Possession implements Guard {
    private boolean ended;

    @Override
    public void close() {
      if (!ended) {
        unlock();
        ended = true;
      }
    }
  }
}
