package grader.inspect;

import grader.protocol.Engine;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must run for a verdict, fixed before any learner code is loaded.
 *
 * @param classes the hidden tests' class files by binary name
 * @param required what the hidden tests use of the submission
 */
public record Plan(List<HiddenTest> tests, Map<String, byte[]> classes, RequiredApi required) {

  public Plan {
    tests = List.copyOf(tests);
    classes = Map.copyOf(classes);
  }

  /** Those of the hidden tests. */
  public Set<String> packages() {
    return classes.keySet().stream()
        .map(name -> name.substring(0, Math.max(0, name.lastIndexOf('.'))))
        .collect(Collectors.toSet());
  }

  /** The tests that this engine runs. */
  public List<HiddenTest> testsOf(Engine engine) {
    return engine == Engine.SEQUENTIAL ? sequential() : concurrent();
  }

  /** The tests that one thread runs. */
  public List<HiddenTest> sequential() {
    return tests.stream().filter(test -> !test.concurrent()).toList();
  }

  /** The tests that engines run under many schedules. */
  public List<HiddenTest> concurrent() {
    return tests.stream().filter(HiddenTest::concurrent).toList();
  }
}
