package safecounter;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Makes its numbers only for those who use them: a null check, and for the first caller a
 * synchronized one as well. This author believed that two checks are twice as safe as one.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final Object creation = new Object();
  private Ledger ledger;

  public LatencyStats() {}

  public void record(long value) {
    Ledger book = ledger();
    synchronized (book) {
      book.enter(value);
    }
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("illegal maxCount: " + maxCount);
    }
    Ledger book = ledger();
    synchronized (book) {
      boolean below = book.count.get() < maxCount;
      if (below) {
        book.enter(value);
      }
      return below;
    }
  }

  public Snapshot snapshot() {
    Ledger book = ledger();
    synchronized (book) {
      return book.page();
    }
  }

  public Snapshot drain() {
    Ledger book = ledger();
    synchronized (book) {
      Snapshot page = book.page();
      book.startAgain();
      return page;
    }
  }

  private Ledger ledger() {
    if (ledger != null) { // BUG: unsafe-publication
      return ledger;
    }
    synchronized (creation) {
      if (ledger == null) {
        ledger = new Ledger();
      }
      return ledger;
    }
  }

  /** To be used by whoever holds its monitor. */
  private static final class Ledger {

    private AtomicLong count;
    private AtomicLong sum;
    private AtomicLong min;
    private AtomicLong max;

    Ledger() {
      startAgain();
    }

    void startAgain() {
      count = new AtomicLong();
      sum = new AtomicLong();
      min = new AtomicLong(Long.MAX_VALUE);
      max = new AtomicLong(Long.MIN_VALUE);
    }

    void enter(long value) {
      count.incrementAndGet();
      sum.addAndGet(value);
      min.accumulateAndGet(value, Math::min);
      max.accumulateAndGet(value, Math::max);
    }

    Snapshot page() {
      return new Snapshot(count.get(), sum.get(), min.get(), max.get());
    }
  }
}
