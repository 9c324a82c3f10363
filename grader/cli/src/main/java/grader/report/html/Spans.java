package grader.report.html;

import grader.protocol.Effect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what lasts in a story: states of threads, holds of locks, values, calls. */
final class Spans {

  private final int end;
  private final Map<List<String>, Span> open = new LinkedHashMap<>();
  private final List<Span> closed = new ArrayList<>();

  private Spans(int end) {
    this.end = end;
  }

  /** In which state each thread was, and when. */
  static List<Span> ofStates(Story story) {
    Spans spans = new Spans(story.size());
    spans.each(
        story,
        (effect, step) -> {
          if (effect instanceof Effect.Turn turn) {
            spans.next(turn.thread(), turn.state().name(), turn.waitsFor(), step);
          }
        });
    return spans.all();
  }

  /** Which thread held which lock, and when. */
  static List<Span> ofHolds(Story story) {
    Spans spans = new Spans(story.size());
    spans.each(
        story,
        (effect, step) -> {
          if (effect instanceof Effect.Hold hold) {
            List<String> key = List.of(hold.thread(), hold.lock());
            spans.close(key, step);
            if (hold.begins()) {
              spans.open.put(key, new Span(hold.thread(), hold.lock(), "", step, story.size()));
            }
          }
        });
    return spans.all();
  }

  /** Which value each variable had, and when, as far as it was seen. */
  static List<Span> ofValues(Story story) {
    Spans spans = new Spans(story.size());
    spans.each(
        story,
        (effect, step) -> {
          if (effect instanceof Effect.Access access) {
            spans.next(access.variable(), access.value(), "", step);
          }
        });
    return spans.all();
  }

  /** Which thread was in which call of a history, and when; the detail is how it ended. */
  static List<Span> ofCalls(Story story) {
    Spans spans = new Spans(story.size());
    for (int step = 0; step < story.size(); step++) {
      Moment moment = story.moments().get(step);
      String thread = moment.move().thread();
      int now = step;
      moment.only(Effect.Begin.class).forEach(begin -> spans.next(thread, begin.call(), "", now));
      moment.only(Effect.End.class).forEach(ends -> spans.end(thread, ends.result(), now));
    }
    return spans.all();
  }

  private interface Look {
    void at(Effect effect, int step);
  }

  private void each(Story story, Look look) {
    for (int step = 0; step < story.size(); step++) {
      int now = step;
      story.moments().get(step).effects().forEach(effect -> look.at(effect, now));
    }
  }

  /** From here on it is this, unless it has been so before. */
  private void next(String who, String what, String detail, int step) {
    List<String> key = List.of(who);
    Span before = open.get(key);
    if (before == null || !before.what().equals(what) || !before.detail().equals(detail)) {
      close(key, step);
      open.put(key, new Span(who, what, detail, step, end));
    }
  }

  private void end(String who, String result, int step) {
    Span call = open.remove(List.of(who));
    if (call != null) {
      closed.add(new Span(who, call.what(), result, call.first(), step));
    }
  }

  private void close(List<String> key, int step) {
    Span before = open.remove(key);
    if (before != null) {
      closed.add(new Span(before.who(), before.what(), before.detail(), before.first(), step));
    }
  }

  private List<Span> all() {
    List<Span> all = new ArrayList<>(closed);
    all.addAll(open.values());
    all.sort(Comparator.comparingInt(Span::first));
    return all;
  }
}
