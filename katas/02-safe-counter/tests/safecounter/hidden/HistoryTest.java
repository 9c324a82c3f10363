package safecounter.hidden;

import static org.assertj.core.api.Assertions.assertThat;

import grader.testkit.Actor;
import grader.testkit.Bug;
import grader.testkit.ConcurrentTest;
import grader.testkit.CountsFor;
import grader.testkit.Gate;
import grader.testkit.Reveals;
import grader.testkit.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import safecounter.LatencyStats;

/** Random small programs: some order of their calls, one after the other, must explain it all. */
@CountsFor(Gate.SAFETY)
class HistoryTest {

  private record Answered(Call call, Object answer) {}

  @ConcurrentTest
  @Reveals(Bug.CHECK_THEN_ACT)
  void everyMixOfCallsLooksAsIfTheyCameOneAfterTheOther(Trial trial) {
    try (Subject subject = new Subject()) {
      List<Actor<List<Answered>>> actors = new ArrayList<>();
      for (int i = 1; i <= 3; i++) {
        List<Call> calls = randomCalls(trial.random());
        actors.add(trial.actor("caller " + i, () -> make(calls, subject.stats)));
      }
      trial.join();
      List<List<Answered>> histories = new ArrayList<>();
      actors.forEach(actor -> histories.add(actor.result()));
      histories.add(make(List.of(new Call.Look()), subject.stats));
      assertThat(hasAnOrder(histories, new Model()))
          .as(
              "some order of these calls gives these answers, the last one at the end: %s",
              histories)
          .isTrue();
    }
  }

  private static List<Call> randomCalls(RandomGenerator random) {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int value = random.nextInt(1, 10);
      calls.add(
          switch (random.nextInt(5)) {
            case 0 -> new Call.Add(value);
            case 1, 2 -> new Call.AddIfBelow(random.nextInt(1, 4), value);
            case 3 -> new Call.Look();
            default -> new Call.Drain();
          });
    }
    return calls;
  }

  private static List<Answered> make(List<Call> calls, LatencyStats stats) {
    List<Answered> history = new ArrayList<>();
    calls.forEach(call -> history.add(new Answered(call, call.on(stats))));
    return history;
  }

  /** Tries every next call; the last history, one look at the end, waits for all others. */
  private static boolean hasAnOrder(List<List<Answered>> rest, Model soFar) {
    boolean onlyTheLookIsLeft = rest.stream().limit(rest.size() - 1L).allMatch(List::isEmpty);
    if (onlyTheLookIsLeft) {
      Answered look = rest.getLast().getFirst();
      return look.answer().equals(look.call().on(soFar));
    }
    for (int i = 0; i < rest.size() - 1; i++) {
      if (!rest.get(i).isEmpty() && canGoNext(rest, i, soFar.copy())) {
        return true;
      }
    }
    return false;
  }

  private static boolean canGoNext(List<List<Answered>> rest, int who, Model model) {
    Answered next = rest.get(who).getFirst();
    if (!next.answer().equals(next.call().on(model))) {
      return false;
    }
    List<List<Answered>> others = new ArrayList<>(rest);
    others.set(who, rest.get(who).subList(1, rest.get(who).size()));
    return hasAnOrder(others, model);
  }
}
