package grader.worker;

import org.assertj.core.presentation.StandardRepresentation;
import org.jspecify.annotations.Nullable;

/** How values look in the messages of hidden tests: of an exception without its stack trace. */
final class BriefValues extends StandardRepresentation {

  @Override
  public String toStringOf(@Nullable Object value) {
    return switch (value) {
      case Throwable thrown -> String.valueOf(thrown);
      case Thread thread -> "thread " + thread.getName();
      case null, default -> super.toStringOf(value);
    };
  }
}
