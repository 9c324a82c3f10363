package grader.cli;

import grader.Replay;
import grader.inspect.HiddenTest;
import grader.kata.Kata;
import grader.report.ReplayReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code grader trace}. */
@Command(
    name = "trace",
    description = "Run one test once, also one that passes, and show what its threads do.",
    footer = {
      "  grader trace 4 --html trace.html",
      "  grader trace 4 --test \"who waits holds nothing\" --seed 7 --html trace.html",
      "  grader trace 4 --submission solutions/monitor"
    })
final class TraceCommand implements Callable<Integer> {

  private final Session session;

  @Mixin KataParameter kata = new KataParameter();

  @Option(
      names = "--test",
      paramLabel = "NAME",
      order = 1,
      description = "Which test, or words of its name. Without it: the first with several threads.")
  String test = "";

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 2,
      description =
          "Draws another schedule for each number. Without it: each thread runs until it blocks.")
  Optional<Long> seed = Optional.empty();

  @ArgGroup Target target = new Target();

  @Mixin OneTrial trial = new OneTrial();

  TraceCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Kata found = new Selection(session).kata(kata.wanted);
    HiddenTest chosen = chosen(session.grader().plan(found).concurrent());
    Replay replay = session.grader().trace(target.of(found, session.context()), chosen, seed);
    int code = trial.tell(replay, found, session);
    ReplayReport.command(replay).ifPresent(again -> session.say("To see it again: " + again));
    return code;
  }

  private HiddenTest chosen(List<HiddenTest> tests) {
    return tests.stream()
        .filter(one -> one.title().contains(words()) || one.id().contains(test))
        .findFirst()
        .orElseThrow(() ->
            new UsageProblem(
                "no test with several threads is called '%s'.\nTests:\n  %s"
                    .formatted(
                        test,
                        tests.stream()
                            .map(HiddenTest::title)
                            .collect(Collectors.joining("\n  ")))));
  }

  private String words() {
    return test.toLowerCase(Locale.ROOT);
  }
}
