package grader.cli;

import grader.cli.state.Standing;
import grader.cli.state.State;
import grader.judge.Verdict;
import grader.kata.BrokenKata;
import grader.kata.FrontMatter;
import grader.kata.Kata;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code grader list}. */
@Command(
    name = "list",
    description = "List all katas and how you stand with each.",
    footer = {"  grader list"})
final class ListCommand implements Callable<Integer> {

  private static final String ROW = "%-24s %-32s %-12s %7s  %-16s %s";

  private final Session session;
  private boolean broken;

  ListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    State state = session.state().read();
    List<String> names = session.katas().names();
    session.result(ROW.formatted("KATA", "TITLE", "LEVEL", "MINUTES", "LAST VERDICT", "POINTS"));
    names.forEach(name -> session.result(row(name, state.standing(name)).stripTrailing()));
    names.stream()
        .filter(name -> !state.standing(name).passed())
        .findFirst()
        .ifPresent(name -> session.say("Next: grader show " + name));
    return broken ? ExitCode.ENVIRONMENT : ExitCode.DONE;
  }

  private String row(String name, Standing standing) {
    try {
      return row(session.katas().find(name).orElseThrow(), standing);
    } catch (BrokenKata damaged) {
      broken = true;
      return ROW.formatted(name, "(broken) " + damaged.getMessage(), "", "", "", "");
    }
  }

  private static String row(Kata kata, Standing standing) {
    FrontMatter head = kata.frontMatter();
    return ROW.formatted(
        kata.name(),
        head.title(),
        head.level(),
        head.minutes(),
        standing.verdict().map(verdict -> shown(verdict, standing)).orElse("-"),
        standing.checks() == 0 ? "-" : standing.points() + "/" + standing.mostPoints());
  }

  private static String shown(Verdict verdict, Standing standing) {
    String word = verdict.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Optional.of(word).filter(any -> !standing.notStarted()).orElse("not started");
  }
}
