package grader.trial;

import grader.protocol.Outcome;
import grader.testkit.Revealed;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts what a trial threw into words that leave this JVM. */
public final class Failures {

  private static final int MOST_CHARACTERS = 4_000;
  private static final int MOST_FRAMES = 20;
  private static final StackTraceElement[] NO_STACK = {};
  private static final List<String> NOT_SHOWN =
      List.of(
          "java.",
          "jdk.",
          "sun.",
          "grader.",
          "org.junit.",
          "org.assertj.",
          "net.jqwik.",
          "org.awaitility.");

  private Failures() {}

  /** The outcome of a trial that threw this. */
  public static Outcome describe(Throwable failure) {
    return describe(failure, "");
  }

  /** The same, with something to add to its message. */
  public static Outcome describe(Throwable failure, String addition) {
    return new Outcome.Failed(
        failure.getClass().getName(),
        message(failure) + addition,
        frames(stack(failure)),
        failure instanceof Revealed revealed ? revealed.bug().slug() : "");
  }

  /**
   * Frames of the submission and the hidden tests, innermost first: {@code Semaphore.java:12
   * acquire}.
   */
  public static List<String> frames(StackTraceElement[] stack) {
    return Arrays.stream(stack)
        .filter(frame -> NOT_SHOWN.stream().noneMatch(frame.getClassName()::startsWith))
        .limit(MOST_FRAMES)
        .map(frame ->
            frame.getFileName() + ":" + frame.getLineNumber() + " " + frame.getMethodName())
        .toList();
  }

  /** Learner code may throw an exception whose own getStackTrace throws, or returns null. */
  private static StackTraceElement[] stack(Throwable failure) {
    try {
      StackTraceElement @Nullable [] stack = failure.getStackTrace();
      return stack == null ? NO_STACK : stack;
    } catch (RuntimeException hostile) {
      return NO_STACK;
    }
  }

  /** The same for getMessage. */
  private static String message(Throwable failure) {
    try {
      String text = String.valueOf(failure.getMessage());
      return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + " ...";
    } catch (RuntimeException hostile) {
      return "(its message could not be read: " + hostile.getClass().getName() + ")";
    }
  }
}
