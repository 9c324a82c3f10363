package grader;

import grader.run.Configuration;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How much is done before a submission counts as passed. */
public enum Profile {
  /** For watching: seconds matter. */
  QUICK(60, 500, false),
  STANDARD(100, 2_000, false),
  THOROUGH(2_000, 50_000, true),
  /** As standard, but nothing stops early. */
  EXAM(400, 5_000, true);

  private static final Configuration ONE_PROCESSOR =
      new Configuration(
          "one processor, C1",
          List.of("-XX:ActiveProcessorCount=1", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
          false,
          true,
          20);

  private static final Configuration WITHOUT_NOISE =
      new Configuration("without noise", List.of(), false, false, 20);

  private static final Configuration EXPLORE =
      new Configuration(
          "controlled",
          List.of(
              "--add-opens=java.base/java.lang=ALL-UNNAMED",
              "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
              "--add-opens=java.base/java.util.concurrent.locks=ALL-UNNAMED",
              "--add-opens=java.base/jdk.internal.vm=ALL-UNNAMED",
              "--add-opens=java.instrument/sun.instrument=ALL-UNNAMED",
              // The same on every machine: sizes of pools, orders of hash tables.
              "-XX:ActiveProcessorCount=4",
              "-XX:+UseSerialGC",
              // A check is over before the second compiler has paid off.
              "-XX:TieredStopAtLevel=1",
              // Who changes the current thread must not be inlined: see Carrier.
              "-XX:CompileCommand=quiet",
              "-XX:CompileCommand=dontinline,grader.explore.Carrier::*",
              "-XX:+UnlockExperimentalVMOptions",
              "-XX:hashCode=2"),
          true,
          true,
          100);

  private final int trials;
  private final int schedules;
  private final boolean runsAll;

  Profile(int trials, int schedules, boolean runsAll) {
    this.trials = trials;
    this.schedules = schedules;
    this.runsAll = runsAll;
  }

  /** Trials of a test under stress, over all configurations. */
  public int trials() {
    return trials;
  }

  /** Schedules of a test under explore. */
  public int schedules() {
    return schedules;
  }

  /** How the JVM of the explore engine is started. */
  public static Configuration explore() {
    return EXPLORE;
  }

  /** Whether tests go on after one has failed. */
  public boolean runsAll() {
    return runsAll;
  }

  /** The JVM configurations of stress; between them they share the trials. */
  public List<Configuration> configurations() {
    return switch (this) {
      case QUICK -> List.of(usual(100));
      case STANDARD -> List.of(usual(60), ONE_PROCESSOR, WITHOUT_NOISE);
      case THOROUGH, EXAM ->
          List.of(
              usual(40),
              new Configuration("interpreted", List.of("-Xint"), false, true, 20),
              ONE_PROCESSOR,
              WITHOUT_NOISE);
    };
  }

  private static Configuration usual(int share) {
    return new Configuration("default", List.of(), false, true, share);
  }

  /**
   * The time after which a check gives up without a verdict: more if more must be found than the
   * profile asks for.
   */
  public Duration budget(Optional<Detection> detect) {
    int wanted = detect.map(Detection::trials).orElse(0);
    Duration usual = runsAll ? Duration.ofMinutes(30) : Duration.ofMinutes(5);
    return usual.multipliedBy(Math.max(1, Math.ceilDiv(wanted, trials)));
  }
}
