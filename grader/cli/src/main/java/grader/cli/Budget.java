package grader.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time as people write it. */
final class Budget implements ITypeConverter<Duration> {

  private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,5})(s|m|h)");

  Budget() {}

  @Override
  public Duration convert(String text) {
    Matcher time = TIME.matcher(text);
    if (!time.matches()) {
      throw new TypeConversionException("'" + text + "' is not a time; write 30s, 5m or 1h");
    }
    return Duration.parse("PT" + time.group(1) + time.group(2));
  }
}
