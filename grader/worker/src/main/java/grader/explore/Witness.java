package grader.explore;

import grader.protocol.Event;
import grader.protocol.PctTrials;
import grader.protocol.Samples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Passes every question on to a policy, and remembers what the trials of one test were like: as
 * much as is needed to say what they prove. For one thread.
 */
final class Witness implements Policy {

  private final Map<String, Integer> samples = new LinkedHashMap<>();
  private final List<PctTrials> byPct = new ArrayList<>();
  private Policy policy;
  private int length;
  private int points;
  private boolean capricious;

  // Of all trials.
  private int mostThreads;
  private int mostSteps;
  private boolean whims;
  private boolean chance;

  // Of all trials without a whim: the theorem on PCT knows of none.
  private int mostPoints;
  private boolean besides;

  Witness() {
    policy = new RandomWalk();
  }

  /** The next trial's policy. */
  Witness to(Policy next) {
    policy = next;
    return this;
  }

  /** A trial has passed; {@code drew} tells whether it asked for random numbers. */
  void passed(int threads, int steps, boolean drew) {
    mostPoints = capricious ? mostPoints : Math.max(mostPoints, points);
    mostThreads = Math.max(mostThreads, threads);
    mostSteps = Math.max(mostSteps, steps);
    chance |= drew;
    if (!(policy instanceof Exhaustive)) {
      samples.merge(policy.name(), 1, Integer::sum);
    }
    if (policy instanceof Pct pct && pct.isCalm()) {
      note(pct.changes());
    }
  }

  private void note(int changes) {
    for (int i = 0; i < byPct.size(); i++) {
      PctTrials alike = byPct.get(i);
      if (alike.changes() == changes && alike.length() == length) {
        byPct.set(i, new PctTrials(changes, length, alike.trials() + 1));
        return;
      }
    }
    byPct.add(new PctTrials(changes, length, 1));
  }

  /** Whether who goes on was all that anybody could choose. */
  boolean sawNothingElse() {
    return !whims && !chance;
  }

  /** All that was seen. */
  Event.Tried tried(String test) {
    return new Event.Tried(
        test,
        mostThreads,
        mostSteps,
        mostPoints,
        whims,
        chance,
        samples.entrySet().stream()
            .map(entry -> new Samples(entry.getKey(), entry.getValue()))
            .toList(),
        chance || besides ? List.of() : reaching());
  }

  /** A priority can change at any step of a trial only if all of them were drawn from. */
  private List<PctTrials> reaching() {
    return byPct.stream().filter(trials -> trials.length() >= mostPoints).toList();
  }

  @Override
  public String name() {
    return policy.name();
  }

  @Override
  public void begin(long seed, int longest) {
    length = Math.max(1, longest);
    points = 0;
    capricious = false;
    policy.begin(seed, longest);
  }

  @Override
  public Task atPoint(Task running, Task[] ready, int count) {
    points++;
    return policy.atPoint(running, ready, count);
  }

  @Override
  public Task next(Task[] ready, int count, Task usual) {
    return policy.next(ready, count, usual);
  }

  @Override
  public void gaveWay(Task task) {
    besides |= !capricious;
    policy.gaveWay(task);
  }

  @Override
  public void looksLater() {
    policy.looksLater();
  }

  @Override
  public Task wake(Task[] waiting, int count) {
    besides |= !capricious;
    return policy.wake(waiting, count);
  }

  @Override
  public boolean gives(Whim whim) {
    whims = true;
    boolean given = policy.gives(whim);
    capricious |= given;
    return given;
  }
}
