package grader.cli;

import grader.Detection;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads what share of the trials a failure may have and must still be found. */
final class Share implements ITypeConverter<Detection> {

  private static final Pattern SHARE = Pattern.compile("0?\\.(?=0*[1-9])\\d{1,5}");

  Share() {}

  @Override
  public Detection convert(String text) {
    if (!SHARE.matcher(text).matches()) {
      throw new TypeConversionException(
          "'" + text + "' is no share; write one from 0.00001 to 0.99999, such as 0.01");
    }
    return new Detection(Double.parseDouble(text));
  }
}
