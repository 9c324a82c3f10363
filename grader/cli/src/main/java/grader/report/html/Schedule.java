package grader.report.html;

import grader.protocol.Move;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One trial, step by step.
 *
 * @param preemptions how many there were, also among steps that are not shown
 * @param hidden how many steps are not shown: those of the tests
 */
public record Schedule(Story story, List<Code> codes, long preemptions, int hidden) {
  public Schedule {
    codes = List.copyOf(codes);
  }

  /**
   * The schedule of these moves.
   *
   * @param moves in clean words
   * @param shown which of them concern the reader
   */
  public static Schedule of(List<Move> moves, Predicate<Move> shown, List<Code> codes) {
    Story story = Story.of(moves, shown);
    long preemptions = moves.stream().filter(Move::switched).count();
    return new Schedule(story, codes, preemptions, moves.size() - story.size());
  }

  /** Whether there is nothing to draw. */
  public boolean isEmpty() {
    return story.isEmpty();
  }

  /** The lock or object that this thread waited for at the end, by its name in this story. */
  public Optional<String> lastWaitOf(String thread) {
    return Spans.ofStates(story).stream()
        .filter(span -> span.who().equals(thread) && span.last() == story.size())
        .map(Span::detail)
        .filter(detail -> !detail.isEmpty())
        .findFirst();
  }

  /** How many steps and preemptions there are, and what is left out. */
  String summary() {
    String steps = Counts.of(story.size(), "step") + ", " + Counts.of(preemptions, "preemption");
    return steps
        + (hidden == 0 ? "." : "; left out: " + Counts.of(hidden, "step") + " of the test.");
  }

  Lanes lanes() {
    return Lanes.of(story);
  }

  Timeline timeline() {
    return Timeline.of(story);
  }

  Cursor cursor() {
    return Cursor.of(story, codes);
  }
}
