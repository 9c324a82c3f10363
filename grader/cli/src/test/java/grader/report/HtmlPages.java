package grader.report;

import grader.Assessment;
import grader.protocol.Effect;
import grader.protocol.Move;
import java.lang.Thread.State;
import java.util.List;

/** Pages for the tests here and for those in a browser. */
public final class HtmlPages {

  static final Imprint IMPRINT = new Imprint("0.1.0", false, "Java 25, Linux amd64, 2 processors");

  private static final String LOCK = "CountingSemaphore";
  private static final String FREE = "CountingSemaphore.free";

  private HtmlPages() {}

  /** The page about a sample, by its name. */
  public static String of(String sample) {
    return of(Sample.valueOf(sample));
  }

  static String of(Sample sample) {
    return of(sample.assessment());
  }

  static String of(Assessment assessment) {
    return HtmlReport.write(List.of(assessment), IMPRINT);
  }

  /** A test that fails with this message after these moves. */
  static Assessment failing(String message, Move... moves) {
    return SampleAssessments.judged(
        true,
        "",
        SampleAssessments.once(SampleAssessments.CONTRACT),
        SampleAssessments.explored(
            SampleAssessments.EXCLUSION,
            39,
            SampleAssessments.failed("java.lang.AssertionError", message, "X.java:1 x"),
            moves));
  }

  /** The move of this number in a long trial of four threads that take turns and locks. */
  static Move someMove(int number) {
    String thread = "thread " + number / 3 % 4;
    int value = number / 3;
    return switch (number % 3) {
      case 0 -> move(thread, "locks", number, new Effect.Hold(thread, LOCK, true));
      case 1 ->
          move(thread, "reads free = " + value, number, new Effect.Access(FREE, "" + value, false));
      default ->
          move(
              thread,
              "writes free = " + (value + 1),
              number,
              new Effect.Access(FREE, "" + (value + 1), true),
              new Effect.Hold(thread, LOCK, false),
              new Effect.Signal("thread " + (value + 1) % 4),
              new Effect.Turn(thread, State.WAITING, LOCK));
    };
  }

  private static Move move(String thread, String what, int number, Effect... effects) {
    return new Move(thread, what, "CountingSemaphore.java", 1 + number % 9, number % 3 == 0, true)
        .with(List.of(new Effect.Turn(thread, State.RUNNABLE, "")))
        .with(List.of(effects));
  }
}
