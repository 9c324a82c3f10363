package grader.report;

import grader.kata.Submission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One frame of a stack.
 *
 * @param place {@code CountingSemaphore.java:18}
 * @param method empty if the frame is not in the usual form
 */
record Frame(String place, String method) {

  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+)\\$\\d+");

  /** Reads {@code CountingSemaphore.java:18 acquire}. */
  static Frame of(String written) {
    int space = written.indexOf(' ');
    return space < 0
        ? new Frame(written, "")
        : new Frame(written.substring(0, space), written.substring(space + 1));
  }

  /** The innermost frame of the submission's own code, or else of the test. */
  static Optional<Frame> own(List<String> stack, Submission submission) {
    Set<String> files =
        submission.sources().stream()
            .map(source -> source.getFileName().toString())
            .collect(Collectors.toSet());
    return stack.stream()
        .map(Frame::of)
        .filter(frame -> files.contains(frame.file()))
        .findFirst()
        .or(() -> stack.stream().findFirst().map(Frame::of));
  }

  private String file() {
    int colon = place.lastIndexOf(':');
    return colon < 0 ? place : place.substring(0, colon);
  }

  /** {@code CountingSemaphore.java:18 in acquire}. */
  String shown() {
    Matcher lambda = LAMBDA.matcher(method);
    String where = lambda.matches() ? "a lambda of " + lambda.group(1) : method;
    return where.isEmpty() ? place : place + " in " + where;
  }
}
