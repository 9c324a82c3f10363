package semaphore;

import java.util.LinkedList;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * Tickets are served in order. The author thought that a ticket whose owner was interrupted while
 * waiting for it cannot have been served yet, so it only has to be torn up.
 */
public final class CountingSemaphore {

  private final Queue<Ticket> tickets = new LinkedList<>(); // guarded by this
  private final int max;
  private int free; // guarded by this

  public CountingSemaphore(int permits) {
    this(permits, permits);
  }

  public CountingSemaphore(int initial, int max) {
    if (initial < 0 || initial > max || max < 1) {
      throw new IllegalArgumentException("initial " + initial + " and max " + max);
    }
    this.free = initial;
    this.max = max;
  }

  public void acquire() throws InterruptedException {
    acquire(1);
  }

  public synchronized void acquire(int n) throws InterruptedException {
    refuseUnlessPossible(n);
    refuseInterrupted();
    Ticket mine = draw(n);
    while (!mine.served) {
      rest(mine, this::wait);
    }
  }

  public synchronized boolean tryAcquire(int n) {
    refuseUnlessPossible(n);
    if (n > free) {
      return false;
    }
    free -= n;
    return true;
  }

  public synchronized boolean tryAcquire(int n, long timeout, TimeUnit unit)
      throws InterruptedException {
    refuseUnlessPossible(n);
    long nanos = unit.toNanos(timeout);
    refuseInterrupted();
    if (nanos <= 0) {
      return tryAcquire(n);
    }
    long deadline = System.nanoTime() + nanos;
    Ticket mine = draw(n);
    while (!mine.served) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        tearUp(mine);
        return false;
      }
      rest(mine, () -> TimeUnit.NANOSECONDS.timedWait(this, left));
    }
    return true;
  }

  public void release() {
    release(1);
  }

  public synchronized void release(int n) {
    if (n < 0) {
      throw new IllegalArgumentException("release of " + n);
    }
    if (free > max - n) {
      throw new IllegalStateException("release of " + n + " to " + free + " with max " + max);
    }
    free += n;
    serve();
  }

  public synchronized int availablePermits() {
    return free;
  }

  private void rest(Ticket mine, Nap nap) throws InterruptedException {
    try {
      nap.take();
    } catch (InterruptedException interrupted) {
      tearUp(mine);
      throw interrupted; // BUG: lost-permit
    }
  }

  private Ticket draw(int n) {
    Ticket ticket = new Ticket(n);
    if (n == 0) {
      ticket.served = true;
    } else {
      tickets.add(ticket);
      serve();
    }
    return ticket;
  }

  private void tearUp(Ticket ticket) {
    tickets.remove(ticket);
    serve();
  }

  /** Serves the tickets in front, as far as the permits reach. */
  private void serve() {
    while (!tickets.isEmpty() && tickets.element().wanted <= free) {
      Ticket next = tickets.remove();
      free -= next.wanted;
      next.served = true;
      notifyAll();
    }
  }

  private void refuseUnlessPossible(int n) {
    if (n < 0 || n > max) {
      throw new IllegalArgumentException("acquire of " + n + " with max " + max);
    }
  }

  private static void refuseInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /** One way to sleep in the monitor. */
  private interface Nap {
    void take() throws InterruptedException;
  }

  private static final class Ticket {
    final int wanted;
    boolean served;

    Ticket(int wanted) {
      this.wanted = wanted;
    }
  }
}
