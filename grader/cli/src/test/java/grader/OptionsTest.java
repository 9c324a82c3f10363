package grader;

import static org.assertj.core.api.Assertions.assertThat;

import grader.inspect.HiddenTest;
import grader.protocol.Engine;
import grader.testkit.Bug;
import grader.testkit.Gate;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OptionsTest {

  private static final HiddenTest USUAL = test(100);
  private static final HiddenTest SLOW = test(20);

  @Test
  void withoutADetectionTheProfileDecides() {
    Options options = options(Profile.STANDARD, Optional.empty());

    assertThat(options.schedules()).isEqualTo(2_000);
    assertThat(trials(options, USUAL)).isEqualTo(100);
    assertThat(trials(options, SLOW)).isEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource
  void everyTestGetsAsManyTrialsAsADetectionTakes(Profile profile) {
    Options options = options(profile, Optional.of(new Detection(0.001)));

    assertThat(options.schedules()).isGreaterThanOrEqualTo(2 * 2_995);
    assertThat(trials(options, USUAL)).isGreaterThanOrEqualTo(2_995);
    assertThat(trials(options, SLOW)).isGreaterThanOrEqualTo(2_995);
  }

  @ParameterizedTest
  @EnumSource
  void aDetectionNeverAsksForLessThanTheProfile(Profile profile) {
    Options options = options(profile, Optional.of(new Detection(0.5)));
    Options usual = options(profile, Optional.empty());

    assertThat(options.schedules()).isEqualTo(usual.schedules());
    assertThat(trials(options, USUAL)).isEqualTo(trials(usual, USUAL));
  }

  @Test
  void whoAsksForMoreGetsMoreTime() {
    assertThat(Profile.STANDARD.budget(Optional.empty())).isEqualTo(Duration.ofMinutes(5));
    assertThat(Profile.STANDARD.budget(Optional.of(new Detection(0.5))))
        .isEqualTo(Duration.ofMinutes(5));
    // 2,995 trials instead of 100: thirty times as many.
    assertThat(Profile.STANDARD.budget(Optional.of(new Detection(0.001))))
        .isEqualTo(Duration.ofMinutes(150));
  }

  private static int trials(Options options, HiddenTest test) {
    return options.profile().configurations().stream()
        .mapToInt(configuration -> options.trials(test, configuration))
        .sum();
  }

  private static Options options(Profile profile, Optional<Detection> detect) {
    return new Options(profile, detect, Duration.ofMinutes(5), 1, Set.of(Engine.EXPLORE));
  }

  private static HiddenTest test(int share) {
    return new HiddenTest(
        "k.hidden.SomeTest", "works", true, share, Gate.SAFETY, Bug.DEADLOCK, Bug.DEADLOCK);
  }
}
