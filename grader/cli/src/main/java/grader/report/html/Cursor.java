package grader.report.html;

import grader.protocol.Effect;
import grader.protocol.Move;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the script needs to walk through a story: names once, steps by their numbers.
 *
 * @param files the source files that can be shown
 */
record Cursor(List<String> threads, List<String> files, List<Step> steps) {

  /**
   * One step.
   *
   * @param t the thread, or -1
   * @param w what happens
   * @param f the file, or -1
   * @param l the line
   * @param p whether it is a preemption
   * @param s threads that are in another state now: name, state
   * @param h locks that are held or no longer are: thread, lock, {@code +} or {@code -}
   * @param v variables seen: name, value
   */
  record Step(
      int t,
      String w,
      int f,
      int l,
      boolean p,
      List<List<String>> s,
      List<List<String>> h,
      List<List<String>> v) {}

  static Cursor of(Story story, List<Code> codes) {
    List<String> files = codes.stream().map(Code::file).toList();
    List<Step> steps = new ArrayList<>();
    for (Moment moment : story.moments()) {
      steps.add(step(moment, story.threads(), files));
    }
    return new Cursor(story.threads(), files, steps);
  }

  private static Step step(Moment moment, List<String> threads, List<String> files) {
    Move move = moment.move();
    List<List<String>> states = new ArrayList<>();
    List<List<String>> holds = new ArrayList<>();
    List<List<String>> values = new ArrayList<>();
    moment
        .effects()
        .forEach(effect -> {
          switch (effect) {
            case Effect.Turn turn ->
                states.add(
                    List.of(turn.thread(), States.words(turn.state().name(), turn.waitsFor())));
            case Effect.Hold hold ->
                holds.add(List.of(hold.thread(), hold.lock(), hold.begins() ? "+" : "-"));
            case Effect.Access access -> values.add(List.of(access.variable(), access.value()));
            case Effect.Signal signal -> {}
            case Effect.Whimsy whimsy -> {}
            case Effect.Racing racing -> {}
            case Effect.Begin begin -> {}
            case Effect.End end -> {}
          }
        });
    return new Step(
        threads.indexOf(move.thread()),
        move.what(),
        files.indexOf(move.file()),
        move.line(),
        move.switched(),
        states,
        holds,
        values);
  }

  /** As JSON; the template escapes it like any other text. */
  String json() {
    return JsonMapper.shared().writeValueAsString(this);
  }
}
