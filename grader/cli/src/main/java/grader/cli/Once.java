package grader.cli;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks once, as late as possible. Thread-safe. */
final class Once<T> implements Supplier<T> {

  private final Supplier<T> source;

  // Guarded by this.
  private @Nullable T answer;

  Once(Supplier<T> source) {
    this.source = source;
  }

  @Override
  public synchronized T get() {
    T known = answer;
    if (known == null) {
      known = source.get();
      answer = known;
    }
    return known;
  }
}
