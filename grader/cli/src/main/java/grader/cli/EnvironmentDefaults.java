package grader.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes what the command line leaves open from {@code GRADER_PROFILE} and its like. */
record EnvironmentDefaults(Context context) implements IDefaultValueProvider {

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    return argument instanceof OptionSpec option && option.arity().max() > 0
        ? context.environment().get(variable(option))
        : null;
  }

  private static String variable(OptionSpec option) {
    String name = option.longestName().replaceFirst("^-+", "").replace('-', '_');
    return "GRADER_" + name.toUpperCase(Locale.ROOT);
  }
}
