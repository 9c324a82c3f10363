package grader.inspect;

import grader.testkit.Bug;
import grader.testkit.Gate;
import java.util.Locale;

/**
 * One test of the plan.
 *
 * @param className binary name of its class
 * @param concurrent whether an engine runs it over and over under different schedules
 * @param share how often compared to others, in percent
 * @param reveals what a failure most likely shows
 * @param revealsWhenStuck what it most likely shows that nothing moves any more
 */
public record HiddenTest(
    String className,
    String method,
    boolean concurrent,
    int share,
    Gate gate,
    Bug reveals,
    Bug revealsWhenStuck) {

  /** {@code WakeUpTest.oneReleaseWakesAll}. */
  public String id() {
    return className.substring(className.lastIndexOf('.') + 1) + "." + method;
  }

  /** The method's name as a sentence: {@code one release wakes all}. */
  public String title() {
    return method.replaceAll("([A-Z]|(?<![0-9])[0-9])", " $1").toLowerCase(Locale.ROOT).strip();
  }
}
