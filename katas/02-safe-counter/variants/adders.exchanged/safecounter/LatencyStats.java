package safecounter;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts with adders in a period, and exchanges the whole period when it is drained. This author
 * believed that tools made for many threads also give figures that fit together.
 */
public final class LatencyStats {

  /** Four numbers that belong to one and the same moment. */
  public record Snapshot(long count, long sum, long min, long max) {}

  private final AtomicReference<Period> period = new AtomicReference<>(new Period());

  public LatencyStats() {}

  public void record(long value) {
    period.get().add(value);
  }

  public boolean recordIfBelow(long maxCount, long value) {
    if (maxCount < 0) {
      throw new IllegalArgumentException("maxCount below zero: " + maxCount);
    }
    return period.get().addIfBelow(maxCount, value);
  }

  public Snapshot snapshot() {
    return period.get().figures();
  }

  public Snapshot drain() {
    return period.getAndSet(new Period()).figures();
  }

  /** All observations between two drains. */
  private static final class Period {

    private final LongAdder count = new LongAdder();
    private final LongAdder sum = new LongAdder();
    private final LongAccumulator min = new LongAccumulator(Math::min, Long.MAX_VALUE);
    private final LongAccumulator max = new LongAccumulator(Math::max, Long.MIN_VALUE);

    void add(long value) {
      count.increment();
      sum.add(value);
      min.accumulate(value);
      max.accumulate(value);
    }

    synchronized boolean addIfBelow(long maxCount, long value) {
      boolean below = count.sum() < maxCount;
      if (below) {
        add(value);
      }
      return below;
    }

    Snapshot figures() {
      return new Snapshot(count.sum(), sum.sum(), min.get(), max.get()); // BUG: torn-state
    }
  }
}
