package grader;

import grader.compile.Compilation;
import grader.compile.SourceCompiler;
import grader.inspect.Plan;
import grader.inspect.PlanReader;
import grader.kata.BrokenKata;
import grader.kata.Kata;
import grader.kata.Submission;
import grader.run.Installation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;

/** Compiles hidden tests, against a solution of the kata, once a process. Thread-safe. */
final class HiddenTests {

  private final Installation installation;
  private final KeptTests kept;
  private final ConcurrentMap<String, Plan> plans = new ConcurrentHashMap<>();

  HiddenTests(Installation installation) {
    this.installation = installation;
    this.kept = new KeptTests(installation);
  }

  /**
   * The plan of a kata.
   *
   * @throws BrokenKata if its tests or its first solution do not compile
   */
  Plan plan(Kata kata) {
    return plans.computeIfAbsent(kata.name(), name -> compile(kata));
  }

  private Plan compile(Kata kata) {
    Submission solution =
        kata.solutions().stream()
            .findFirst()
            .orElseThrow(() ->
                new BrokenKata(
                    kata.folder().resolve("solutions"), 0, "expected at least one solution"));
    Map<String, byte[]> classes =
        kept.find(kata, solution)
            .orElseGet(() -> {
              Map<String, byte[]> compiled = testsAmong(kata, compile(kata, solution));
              kept.keep(kata, solution, compiled);
              return compiled;
            });
    return PlanReader.read(kata, classes);
  }

  private Map<String, byte[]> compile(Kata kata, Submission solution) {
    return switch (new SourceCompiler(installation.workerJars()).compile(kata.tests(), solution)) {
      case Compilation.Compiled(Map<String, byte[]> classes) -> classes;
      case Compilation.Rejected(var errors) ->
          throw new BrokenKata(
              kata.folder().resolve(errors.getFirst().file()),
              (int) errors.getFirst().line(),
              errors.getFirst().message());
    };
  }

  private static Map<String, byte[]> testsAmong(Kata kata, Map<String, byte[]> classes) {
    String prefix = kata.packageName() + ".hidden.";
    return classes.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(prefix))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
