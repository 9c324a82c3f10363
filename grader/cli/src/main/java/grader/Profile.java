package grader;

import grader.run.Configuration;
import java.time.Duration;
import java.util.List;

/** How much is done before a submission counts as passed. */
public enum Profile {
  /** For watching: seconds matter. */
  QUICK(60, false),
  STANDARD(200, false),
  THOROUGH(2_000, true),
  /** As standard, but nothing stops early. */
  EXAM(400, true);

  private static final List<Configuration> CONFIGURATIONS =
      List.of(
          new Configuration("default", List.of(), true, 40),
          new Configuration("interpreted", List.of("-Xint"), true, 20),
          new Configuration(
              "one processor, C1",
              List.of("-XX:ActiveProcessorCount=1", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
              true,
              20),
          new Configuration("without noise", List.of(), false, 20));

  private final int trials;
  private final boolean runsAll;

  Profile(int trials, boolean runsAll) {
    this.trials = trials;
    this.runsAll = runsAll;
  }

  /** Trials of a test under stress, over all configurations. */
  public int trials() {
    return trials;
  }

  /** Whether tests go on after one has failed. */
  public boolean runsAll() {
    return runsAll;
  }

  /** The JVM configurations of stress; between them they share the trials. */
  public List<Configuration> configurations() {
    return this == QUICK
        ? List.of(new Configuration("default", List.of(), true, 100))
        : CONFIGURATIONS;
  }

  /** The time after which a check gives up without a verdict. */
  public Duration budget() {
    return runsAll ? Duration.ofMinutes(30) : Duration.ofMinutes(5);
  }
}
