package grader.report.html;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/**
 * A story from left to right: what each thread does when, who is in which call, what has which
 * value.
 */
record Timeline(List<Row> threads, List<Row> calls, List<Row> values) {

  private static final int MOST_VALUES = 16;
  private static final int MOST_TOLD = 12;

  /** One row, from the first step to the last. */
  record Row(String name, List<Figure.Stretch> stretches) {

    /** The same for those who cannot see it; what is long is cut. */
    String words() {
      String all =
          stretches.stream().limit(MOST_TOLD).map(Figure.Stretch::title).collect(joining("; "));
      int left = stretches.size() - MOST_TOLD;
      return name + ": " + all + (left > 0 ? "; and " + left + " more" : "");
    }
  }

  static Timeline of(Story story) {
    return new Timeline(threads(story), calls(story), values(story));
  }

  private static List<Row> threads(Story story) {
    List<Span> states = Spans.ofStates(story);
    return story.threads().stream()
        .map(thread -> {
          List<Figure.Stretch> stretches = new ArrayList<>();
          states.stream()
              .filter(span -> span.who().equals(thread))
              .forEach(span -> stretches.add(state(story, span)));
          stretches.addAll(turns(story, thread));
          return new Row(thread, stretches);
        })
        .toList();
  }

  private static Figure.Stretch state(Story story, Span span) {
    String title = span.who() + " is " + States.words(span.what(), span.detail());
    return stretch(story, span.first(), span.last(), States.slug(span.what()), "", title);
  }

  /** Where this thread is the one that runs. */
  private static List<Figure.Stretch> turns(Story story, String thread) {
    List<Figure.Stretch> turns = new ArrayList<>();
    int first = 0;
    for (int step = 0; step <= story.size(); step++) {
      boolean mine = step < story.size() && isOf(story, step, thread);
      if (!mine) {
        if (step > first) {
          turns.add(stretch(story, first, step, "running", "", thread + " runs"));
        }
        first = step + 1;
      }
    }
    return turns;
  }

  private static boolean isOf(Story story, int step, String thread) {
    return story.moments().get(step).move().thread().equals(thread);
  }

  private static List<Row> calls(Story story) {
    List<Span> calls = Spans.ofCalls(story);
    return story.threads().stream()
        .filter(thread -> calls.stream().anyMatch(call -> call.who().equals(thread)))
        .map(thread ->
            new Row(
                thread,
                calls.stream()
                    .filter(call -> call.who().equals(thread))
                    .map(call -> call(story, call))
                    .toList()))
        .toList();
  }

  private static Figure.Stretch call(Story story, Span call) {
    String result = call.detail().isEmpty() ? "has not ended" : call.detail();
    String title = call.what() + ": " + result;
    return stretch(story, call.first(), call.last() + 1, "call", shortly(call), title);
  }

  /** {@code tryAcquire(1) = true}. */
  private static String shortly(Span call) {
    String value = call.detail().replaceFirst("^returned ?", "= ");
    return value.isEmpty() || value.equals("= ") ? call.what() : call.what() + " " + value;
  }

  private static List<Row> values(Story story) {
    List<Span> values = Spans.ofValues(story);
    return values.stream()
        .map(Span::who)
        .distinct()
        .limit(MOST_VALUES)
        .map(variable ->
            new Row(
                variable,
                values.stream()
                    .filter(value -> value.who().equals(variable))
                    .map(value -> value(story, value))
                    .toList()))
        .toList();
  }

  private static Figure.Stretch value(Story story, Span value) {
    String title = value.who() + " = " + value.what();
    return stretch(story, value.first(), value.last(), "value", value.what(), title);
  }

  private static Figure.Stretch stretch(
      Story story, int first, int last, String kind, String words, String title) {
    int end = Math.min(last, story.size());
    return new Figure.Stretch(
        Percent.of(first, story.size()),
        Percent.of(end - first, story.size()),
        kind,
        words,
        title + steps(first, end));
  }

  private static String steps(int first, int end) {
    return end - first <= 1
        ? " (step " + (first + 1) + ")"
        : " (steps " + (first + 1) + " to " + end + ")";
  }
}
