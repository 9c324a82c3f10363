package grader.report.html;

import grader.protocol.Effect;
import grader.protocol.Move;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A schedule as swim lanes: one lane a thread, time goes down, one row a step.
 *
 * @param height in pixels
 * @param bars states of threads and holds of locks
 * @param links wake-ups, preemptions, the accesses of a data race
 */
record Lanes(
    List<Lane> lanes,
    int height,
    List<Figure.Bar> bars,
    List<Figure.Link> links,
    List<Figure.Node> nodes) {

  static final int ROW = 24;
  private static final int BELOW_WORDS = 10;
  private static final int LOCK_GAP = 6;
  private static final int FIRST_LOCK = 8;

  static Lanes of(Story story) {
    Drawing drawing = new Drawing(story);
    return new Lanes(
        drawing.lanes, story.size() * ROW, drawing.bars(), drawing.links(), drawing.nodes());
  }

  private static int middle(int step) {
    return step * ROW + ROW / 2;
  }

  /** How one story is drawn. */
  private static final class Drawing {
    private final Story story;
    private final List<Lane> lanes;

    Drawing(Story story) {
      this.story = story;
      int count = story.threads().size();
      this.lanes =
          IntStream.range(0, count)
              .mapToObj(index -> new Lane(story.threads().get(index), index, count))
              .toList();
    }

    private Optional<Lane> lane(String thread) {
      return lanes.stream().filter(lane -> lane.thread().equals(thread)).findFirst();
    }

    List<Figure.Bar> bars() {
      List<Figure.Bar> bars = new ArrayList<>();
      for (Span span : Spans.ofStates(story)) {
        lane(span.who()).ifPresent(lane -> bars.add(state(lane, span)));
      }
      for (Span span : Spans.ofHolds(story)) {
        lane(span.who()).ifPresent(lane -> bars.add(hold(lane, span)));
      }
      return bars;
    }

    private Figure.Bar state(Lane lane, Span span) {
      return bar(lane, span, 0, "state-" + States.slug(span.what()), "");
    }

    private Figure.Bar hold(Lane lane, Span span) {
      int lock = story.locks().indexOf(span.what());
      int shift = FIRST_LOCK + LOCK_GAP * lock;
      String title = lane.thread() + " holds " + span.what();
      return bar(lane, span, lane.isRight() ? shift : -shift, "hold lock-" + lock % 4, title);
    }

    private Figure.Bar bar(Lane lane, Span span, int shift, String kind, String title) {
      int top = middle(span.first());
      int bottom = span.last() == story.size() ? story.size() * ROW : middle(span.last());
      return new Figure.Bar(lane.x(), shift, top, bottom - top, kind, title);
    }

    List<Figure.Link> links() {
      List<Figure.Link> links = new ArrayList<>();
      for (int step = 0; step < story.size(); step++) {
        Moment moment = story.moments().get(step);
        int now = step;
        lane(moment.move().thread())
            .ifPresent(lane -> moment.signals().forEach(other -> signal(lane, other, now, links)));
        if (moment.move().switched()) {
          preemption(step, links);
        }
      }
      race(links);
      return links;
    }

    private void signal(Lane from, String to, int step, List<Figure.Link> links) {
      lane(to).ifPresent(target -> links.add(signal(from, target, step)));
    }

    /** Below the words of its step. */
    private static Figure.Link signal(Lane from, Lane to, int step) {
      int y = middle(step) + BELOW_WORDS;
      return new Figure.Link(from.x(), y, to.x(), y, "signal");
    }

    private void preemption(int step, List<Figure.Link> links) {
      int last = step - 1;
      while (last >= 0 && story.moments().get(last).isNobodys()) {
        last--;
      }
      if (last >= 0) {
        preemption(last, step, links);
      }
    }

    private void preemption(int last, int step, List<Figure.Link> links) {
      Optional<Lane> before = laneOf(last);
      Optional<Lane> now = laneOf(step);
      if (before.isPresent() && now.isPresent() && !before.equals(now)) {
        links.add(link(before.get(), last, now.get(), step, "preemption"));
      }
    }

    private Optional<Lane> laneOf(int step) {
      return lane(story.moments().get(step).move().thread());
    }

    private void race(List<Figure.Link> links) {
      int[] steps =
          IntStream.range(0, story.size())
              .filter(step -> story.moments().get(step).races())
              .toArray();
      if (steps.length == 2) {
        Optional<Lane> one = laneOf(steps[0]);
        Optional<Lane> two = laneOf(steps[1]);
        if (one.isPresent() && two.isPresent()) {
          links.add(link(one.get(), steps[0], two.get(), steps[1], "race"));
        }
      }
    }

    private static Figure.Link link(Lane from, int first, Lane to, int last, String kind) {
      return new Figure.Link(from.x(), middle(first), to.x(), middle(last), kind);
    }

    List<Figure.Node> nodes() {
      return IntStream.range(0, story.size())
          .mapToObj(step -> node(step, story.moments().get(step)))
          .toList();
    }

    private Figure.Node node(int step, Moment moment) {
      Optional<Lane> lane = lane(moment.move().thread());
      return new Figure.Node(
          step + 1,
          lane.map(Lane::x).orElse("0%"),
          middle(step),
          lane.isPresent() ? kind(moment) : "time",
          moment.words(),
          lane.filter(Lane::isRight).isPresent());
    }

    private static String kind(Moment moment) {
      Move move = moment.move();
      if (moment.races()) {
        return "race";
      }
      return move.effects().stream()
          .map(effect -> kind(effect, move))
          .filter(kind -> !kind.isEmpty())
          .findFirst()
          .orElse("step");
    }

    private static String kind(Effect effect, Move move) {
      return switch (effect) {
        case Effect.Whimsy whimsy -> "whim";
        case Effect.Turn turn when turn.thread().equals(move.thread()) -> turned(turn.state());
        case Effect.Turn other -> "";
        case Effect.Access access -> access.writes() ? "write" : "read";
        case Effect.Hold hold -> "lock";
        case Effect.Signal signal -> "wake";
        case Effect.Begin begin -> "call";
        case Effect.End end -> "call";
        case Effect.Racing racing -> "race";
      };
    }

    private static String turned(Thread.State state) {
      return switch (state) {
        case BLOCKED, WAITING, TIMED_WAITING -> "block";
        case TERMINATED -> "end";
        case NEW, RUNNABLE -> "";
      };
    }
  }
}
