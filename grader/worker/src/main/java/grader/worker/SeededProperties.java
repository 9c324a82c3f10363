package grader.worker;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Gives every jqwik property the job's seed, and keeps the sample that falsified the last one. */
public final class SeededProperties implements AroundPropertyHook {

  private static final int MOST_CHARACTERS = 1_000;

  // Volatile: set by the worker's main thread, read on the thread that runs the property; and the
  // other way round.
  private static volatile long seed;
  private static volatile List<Object> sample = List.of();

  public SeededProperties() {}

  /** Before the next property: its seed is a function of this one and of its name. */
  static void begin(long jobSeed) {
    seed = jobSeed;
    sample = List.of();
  }

  /** The arguments that falsified the last property, as text. */
  static Optional<String> falsifiedBy() {
    return Optional.of(sample)
        .filter(arguments -> !arguments.isEmpty())
        .map(SeededProperties::shown);
  }

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    if (context.attributes().seed().isEmpty()) {
      context.attributes().setSeed(Long.toString(seed ^ context.label().hashCode()));
    }
    PropertyExecutionResult result = property.execute();
    sample = result.falsifiedParameters().orElse(List.of());
    return result;
  }

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public boolean appliesTo(Optional<java.lang.reflect.AnnotatedElement> element) {
    return true;
  }

  private static String shown(List<Object> arguments) {
    String text =
        arguments.size() == 1 ? String.valueOf(arguments.getFirst()) : String.valueOf(arguments);
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + " ...";
  }
}
