package grader.run;

import grader.protocol.Event;
import grader.protocol.Move;
import java.util.List;
import java.util.Optional;

/**
 * What the explore engine adds to a test's run.
 *
 * @param exhausted up to how many preemptions every schedule was tried, and how many they were
 * @param tried what the schedules were like, if all passed
 * @param failing the schedule that fails
 * @param racing the data race that was seen, whatever else was
 * @param token what replays that schedule
 * @param moves the interleaving of that schedule, once it has been replayed
 * @param options between what threads the next turn is, if the trial is being played
 * @param escaped why the test cannot be controlled; then nothing of the run counts
 */
public record Exploration(
    Optional<Event.Exhausted> exhausted,
    Optional<Event.Tried> tried,
    Optional<Event.Failing> failing,
    Optional<Event.Racing> racing,
    Optional<String> token,
    List<Move> moves,
    List<Event.Option> options,
    Optional<String> escaped) {

  /** Of a run by another engine. */
  public static final Exploration NONE =
      new Exploration(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty());

  public Exploration {
    moves = List.copyOf(moves);
    options = List.copyOf(options);
  }

  Exploration with(Event.Exhausted next) {
    return new Exploration(
        Optional.of(next), tried, failing, racing, token, moves, options, escaped);
  }

  Exploration with(Event.Tried all) {
    return new Exploration(
        exhausted, Optional.of(all), failing, racing, token, moves, options, escaped);
  }

  Exploration with(Event.Failing schedule) {
    return new Exploration(
        exhausted, tried, Optional.of(schedule), racing, token, moves, options, escaped);
  }

  Exploration with(Event.Racing race) {
    return new Exploration(
        exhausted, tried, failing, Optional.of(race), token, moves, options, escaped);
  }

  Exploration with(List<Move> interleaving) {
    return new Exploration(
        exhausted, tried, failing, racing, token, interleaving, options, escaped);
  }

  Exploration with(String replay, List<Move> interleaving) {
    return new Exploration(
        exhausted, tried, failing, racing, Optional.of(replay), interleaving, options, escaped);
  }

  Exploration with(Event.Asked asked) {
    return new Exploration(
        exhausted, tried, failing, racing, token, moves, asked.options(), escaped);
  }

  Exploration withEscape(String why) {
    return new Exploration(
        exhausted, tried, failing, racing, token, moves, options, Optional.of(why));
  }
}
