package grader.report.html;

import com.fasterxml.jackson.annotation.JsonInclude;
import grader.protocol.Effect;
import grader.protocol.Move;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the script needs to walk through a story. Each text is there once; steps name it by its
 * number.
 *
 * @param files the source files that can be shown
 */
record Cursor(List<String> threads, List<String> files, List<String> texts, List<Step> steps) {

  /**
   * One step.
   *
   * @param t the thread, or -1
   * @param w what happens
   * @param f the file, or -1
   * @param l the line
   * @param p whether it is a preemption
   * @param s threads that are in another state now: name and state in turn
   * @param h locks that are held: thread and lock in turn
   * @param u locks that are no longer held: thread and lock in turn
   * @param v variables seen: name and value in turn
   */
  @JsonInclude(JsonInclude.Include.NON_DEFAULT)
  record Step(
      @JsonInclude int t,
      @JsonInclude int w,
      @JsonInclude int f,
      int l,
      boolean p,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> s,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> h,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> u,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Integer> v) {}

  static Cursor of(Story story, List<Code> codes) {
    List<String> files = codes.stream().map(Code::file).toList();
    Texts texts = new Texts();
    List<Step> steps = new ArrayList<>();
    for (Moment moment : story.moments()) {
      steps.add(step(moment, story.threads(), files, texts));
    }
    return new Cursor(story.threads(), files, List.copyOf(texts.numbers.keySet()), steps);
  }

  private static Step step(Moment moment, List<String> threads, List<String> files, Texts texts) {
    Move move = moment.move();
    List<Integer> states = new ArrayList<>();
    List<Integer> held = new ArrayList<>();
    List<Integer> free = new ArrayList<>();
    List<Integer> values = new ArrayList<>();
    moment
        .effects()
        .forEach(effect -> {
          switch (effect) {
            case Effect.Turn turn ->
                texts.add(
                    states, turn.thread(), States.words(turn.state().name(), turn.waitsFor()));
            case Effect.Hold hold ->
                texts.add(hold.begins() ? held : free, hold.thread(), hold.lock());
            case Effect.Access access -> texts.add(values, access.variable(), access.value());
            case Effect.Signal signal -> {}
            case Effect.Whimsy whimsy -> {}
            case Effect.Racing racing -> {}
            case Effect.Begin begin -> {}
            case Effect.End end -> {}
          }
        });
    return new Step(
        threads.indexOf(move.thread()),
        texts.number(move.what()),
        files.indexOf(move.file()),
        move.line(),
        move.switched(),
        states,
        held,
        free,
        values);
  }

  /** As JSON; the template escapes it like any other text. */
  String json() {
    return JsonMapper.shared().writeValueAsString(this);
  }

  /** All texts with their numbers. */
  private static final class Texts {
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    int number(String text) {
      return numbers.computeIfAbsent(text, unknown -> numbers.size());
    }

    void add(List<Integer> list, String name, String value) {
      list.add(number(name));
      list.add(number(value));
    }
  }
}
