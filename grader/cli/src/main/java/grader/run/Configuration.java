package grader.run;

import java.util.List;

/**
 * One way to start a worker JVM.
 *
 * @param controlled whether the JVM puts the JDK under control
 * @param noise whether the submission gets yield points and spurious wake-ups
 * @param share of the trials, in percent
 */
public record Configuration(
    String name, List<String> options, boolean controlled, boolean noise, int share) {
  public Configuration {
    options = List.copyOf(options);
  }
}
