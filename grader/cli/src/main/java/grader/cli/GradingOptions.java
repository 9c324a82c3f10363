package grader.cli;

import grader.Detection;
import grader.Options;
import grader.Profile;
import grader.protocol.Engine;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import picocli.CommandLine.Option;

/** The options that say how to grade. */
final class GradingOptions {

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      order = 1,
      description = "quick, standard (default), thorough or exam.")
  Profile profile = Profile.STANDARD;

  @Option(
      names = "--detect",
      paramLabel = "SHARE",
      order = 2,
      converter = Share.class,
      description =
          "Try each test so often that a bug that shows in this share of its trials is missed with"
              + " a probability of 5 %% at most: 0.01. Never less than the profile does.")
  Optional<Detection> detect = Optional.empty();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      order = 3,
      converter = Budget.class,
      description =
          "Give up without a verdict after this time: 30s, 5m. What is tried does not depend on"
              + " it.")
  Optional<Duration> budget = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 4,
      description = "Makes the same random choices as the check that printed it.")
  Optional<Long> seed = Optional.empty();

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      order = 5,
      split = ",",
      description = "Only these: sequential, explore, stress.")
  Engine[] engines = {};

  @Option(
      names = "--no-scan",
      hidden = true,
      description =
          "Run a submission whatever it uses: for tests of what keeps it in bounds then. Never for"
              + " grading.")
  boolean unscanned;

  /** Without a seed, one of its own; short, as people may have to copy it. */
  Options options() {
    return new Options(
        profile,
        detect,
        budget.orElseGet(() -> profile.budget(detect)),
        seed.orElseGet(() -> (long) RandomGenerator.getDefault().nextInt(1, Integer.MAX_VALUE)),
        chosenEngines(),
        !unscanned);
  }

  private Set<Engine> chosenEngines() {
    Set<Engine> chosen = EnumSet.noneOf(Engine.class);
    chosen.addAll(Arrays.asList(engines));
    return chosen.isEmpty() ? EnumSet.allOf(Engine.class) : chosen;
  }
}
