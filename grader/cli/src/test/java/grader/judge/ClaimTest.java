package grader.judge;

import static org.assertj.core.api.Assertions.assertThat;

import grader.judge.Claim.Reach;
import grader.protocol.Engine;
import grader.protocol.Event;
import grader.protocol.Outcome;
import grader.protocol.PctTrials;
import grader.protocol.Samples;
import grader.run.Exploration;
import grader.run.Observation;
import grader.run.TestRun;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimTest {

  private static final String TEST = "WakeUpTest.wakes";

  @ParameterizedTest
  @CsvSource({
    "true,  false, false, EVERYTHING",
    "true,  true,  false, EVERY_SCHEDULE",
    "true,  false, true,  EVERY_SCHEDULE",
    "false, false, false, FEW_PREEMPTIONS"
  })
  void everythingIsWhereOnlySchedulesCanBeChosen(
      boolean all, boolean whims, boolean chance, Reach reach) {
    Claim claim = claim(Optional.of(exhausted(all)), tried(whims, chance));

    assertThat(claim.reach()).isEqualTo(reach);
    assertThat(claim.preemptions()).isEqualTo(2);
    assertThat(claim.schedules()).isEqualTo(412);
  }

  @Test
  void withoutAnyBoundItIsSampled() {
    Claim claim = claim(Optional.empty(), tried(true, false));

    assertThat(claim.reach()).isEqualTo(Reach.SAMPLED);
    assertThat(claim.schedules()).isZero();
    assertThat(claim.sampled()).isEqualTo(300);
  }

  @Test
  void whereEveryScheduleWasTriedThereIsNothingToGuarantee() {
    assertThat(claim(Optional.of(exhausted(true)), tried(true, false)).pct()).isEmpty();
    assertThat(claim(Optional.of(exhausted(false)), tried(true, false)).pct()).isPresent();
  }

  @Test
  void whatFailedOrEscapedOrEndedTooEarlyHasShownNothing() {
    Optional<Event.Tried> tried = Optional.of(tried(false, false));
    Observation failed =
        new Observation(1, 1, new Outcome.Failed("AssertionError", "", List.of(), ""));

    assertThat(Claim.of(run(tried, Optional.empty()))).isPresent();
    assertThat(Claim.of(run(tried, Optional.empty(), failed))).isEmpty();
    assertThat(Claim.of(run(tried, Optional.of("it blocks")))).isEmpty();
    assertThat(Claim.of(run(Optional.empty(), Optional.empty()))).isEmpty();
  }

  private static Claim claim(Optional<Event.Exhausted> exhausted, Event.Tried tried) {
    Exploration exploration = exploration(exhausted, Optional.of(tried), Optional.empty());
    return Claim.of(run(exploration)).orElseThrow();
  }

  private static TestRun run(
      Optional<Event.Tried> tried, Optional<String> escaped, Observation... failures) {
    return run(exploration(Optional.empty(), tried, escaped), failures);
  }

  private static TestRun run(Exploration exploration, Observation... failures) {
    return new TestRun(
        TEST,
        Engine.EXPLORE,
        "controlled",
        2_000,
        2_000,
        failures.length,
        List.of(failures),
        exploration);
  }

  private static Exploration exploration(
      Optional<Event.Exhausted> exhausted, Optional<Event.Tried> tried, Optional<String> escaped) {
    return new Exploration(
        exhausted,
        tried,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        escaped);
  }

  private static Event.Exhausted exhausted(boolean all) {
    return new Event.Exhausted(TEST, 2, 412, all);
  }

  private static Event.Tried tried(boolean whims, boolean chance) {
    return new Event.Tried(
        TEST,
        3,
        77,
        36,
        whims,
        chance,
        List.of(new Samples("POS", 100), new Samples("PCT 3", 200)),
        List.of(new PctTrials(2, 212, 90)));
  }
}
