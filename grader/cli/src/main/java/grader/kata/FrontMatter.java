package grader.kata;

import grader.testkit.Gate;
import java.util.List;
import java.util.Map;

/**
 * What the head of a kata's README declares.
 *
 * @param after names of katas that should come first
 * @param className binary name of the class to write
 * @param minutes how long it takes most people
 * @param points how many each gate gives
 * @param forbids types, packages ({@code java.util.concurrent.*}) and members ({@code
 *     java.lang.Thread#sleep})
 * @param tests simple names of the hidden test classes, in the order in which they run
 */
public record FrontMatter(
    String title,
    String level,
    List<String> topics,
    List<String> after,
    String className,
    int minutes,
    Map<Gate, Integer> points,
    List<String> forbids,
    List<String> tests) {

  public FrontMatter {
    topics = List.copyOf(topics);
    after = List.copyOf(after);
    points = Map.copyOf(points);
    forbids = List.copyOf(forbids);
    tests = List.copyOf(tests);
  }
}
