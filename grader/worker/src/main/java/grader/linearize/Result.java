package grader.linearize;

import grader.testkit.Trial;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a call ended. */
sealed interface Result {

  /** It returned a value. */
  record Returned(@Nullable Object value) implements Result {
    @Override
    public String toString() {
      return "returned "
          + switch (value) {
            case null -> "null";
            case Object[] array -> Arrays.toString(array);
            case String text -> '"' + text + '"';
            default -> value.toString();
          };
    }
  }

  /** It returned, and has no value to return. */
  record Done() implements Result {
    @Override
    public String toString() {
      return "returned";
    }
  }

  /** It threw something of this type. */
  record Threw(Class<? extends Throwable> type) implements Result {
    @Override
    public String toString() {
      return "threw " + type.getSimpleName();
    }
  }

  /** Whether this, said by the model, allows that to be seen. */
  default boolean allows(Result seen) {
    return switch (this) {
      case Returned(Object value) ->
          seen instanceof Returned(Object other) && Objects.equals(value, other);
      case Done() -> seen instanceof Done;
      case Threw(Class<? extends Throwable> type) ->
          seen instanceof Threw(Class<? extends Throwable> other) && type.isAssignableFrom(other);
    };
  }

  /** For the picture of the trial. */
  default void tell(Trial trial) {
    switch (this) {
      case Returned(Object value) -> trial.ends("returned", value);
      case Done() -> trial.ends("returned");
      case Threw(Class<? extends Throwable> type) -> trial.ends("threw " + type.getSimpleName());
    }
  }

  /** Whether an interrupt ended the call. */
  default boolean isInterrupt() {
    return this instanceof Threw(Class<? extends Throwable> type)
        && type == InterruptedException.class;
  }
}
