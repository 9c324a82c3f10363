package grader.cli;

import grader.Assessment;
import grader.Game;
import grader.Options;
import grader.Profile;
import grader.Token;
import grader.judge.Verdict;
import grader.kata.Kata;
import grader.kata.Submission;
import grader.protocol.Engine;
import grader.protocol.Event;
import grader.protocol.Turn;
import grader.report.PlayText;
import grader.run.Progress;
import grader.run.TestRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code grader play}. */
@Command(
    name = "play",
    description = "Be the scheduler: find the order of steps that breaks a program.",
    footer = {"  grader play 4 --submission impostors/checks-outside", "  grader play 4"})
final class PlayCommand implements Callable<Integer> {

  private static final long SEED = 1;

  private final Session session;

  @Mixin KataParameter kata = new KataParameter();

  @ArgGroup Target target = new Target();

  PlayCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Kata found = new Selection(session).kata(kata.wanted);
    Submission submission = target.of(found, session.context());
    TestRun known = failing(submission);
    Token token = Token.parse(known.exploration().token().orElseThrow());
    PlayText text = new PlayText(submission, Reports.style(session));
    try (Game game = session.grader().play(submission, token)) {
      session.result(text.beginning(game.test()));
      session.result(text.help());
      boolean broken = new Round(game, text).isWon();
      session.result(text.answer(known));
      return broken ? ExitCode.DONE : Verdict.FAILED.exitCode();
    }
  }

  /** What a check finds, so that there is something to be found: best where somebody can choose. */
  private TestRun failing(Submission submission) {
    try (ProgressLine progress = new ProgressLine(session, submission.kata().name())) {
      List<TestRun> first = failing(submission, Profile.STANDARD, progress);
      return first.stream()
          .filter(PlayCommand::leavesAChoice)
          .findFirst()
          .or(() ->
              failing(submission, Profile.EXAM, progress).stream()
                  .filter(PlayCommand::leavesAChoice)
                  .findFirst())
          .or(() -> first.stream().findFirst())
          .orElseThrow(() -> new UsageProblem(nothing(submission)));
    }
  }

  private static boolean leavesAChoice(TestRun run) {
    return run.exploration().failing().filter(one -> !one.schedule().isEmpty()).isPresent();
  }

  private List<TestRun> failing(Submission submission, Profile profile, Progress progress) {
    Options options =
        new Options(
            profile,
            Optional.empty(),
            profile.budget(Optional.empty()),
            SEED,
            Set.of(Engine.EXPLORE));
    Assessment assessment = session.grader().grade(submission, options, progress);
    return assessment
        .judgement()
        .filter(judgement -> !assessment.notStarted())
        .orElseThrow(() ->
            new UsageProblem(
                "%s cannot be run as it is.\nNext: grader check %s"
                    .formatted(submission.name(), submission.kata().number())))
        .results()
        .stream()
        .flatMap(result -> result.firstBad().stream())
        .filter(run -> run.exploration().token().isPresent())
        .filter(Predicate.not(TestRun::failsByItsRace))
        .toList();
  }

  private static String nothing(Submission submission) {
    return "no order of steps is known that breaks %s.\nOthers: grader play %s --submission %s"
        .formatted(
            submission.name(),
            submission.kata().number(),
            submission.kata().impostors().stream()
                .map(Submission::name)
                .findFirst()
                .orElse("impostors/..."));
  }

  /** From the first turn to the end. */
  private final class Round {
    private final Game game;
    private final PlayText text;
    private final List<Turn> turns = new ArrayList<>();

    Round(Game game, PlayText text) {
      this.game = game;
      this.text = text;
    }

    /** False if whoever plays gives up. */
    boolean isWon() {
      TestRun run = game.after(turns);
      int known = 0;
      while (run.failures() == 0) {
        session.result(text.news(run, known));
        List<Event.Option> options = run.exploration().options();
        session.result(options.isEmpty() ? text.end(run, turns.size()) : text.options(options));
        known = run.exploration().moves().size();
        Optional<List<Turn>> next = next(options);
        if (next.isEmpty()) {
          return false;
        }
        if (next.get().size() < turns.size()) {
          known = 0;
        }
        turns.clear();
        turns.addAll(next.get());
        run = game.after(turns);
      }
      session.result(text.news(run, known));
      session.result(text.end(run, turns.size()));
      return true;
    }

    /** All turns, as they are after what is typed next; empty to give up. */
    private Optional<List<Turn>> next(List<Event.Option> options) {
      while (true) {
        String typed = typed();
        if (typed == null || typed.equals("q")) {
          return Optional.empty();
        }
        List<Turn> next = new ArrayList<>(turns);
        if (typed.equals("u") && !next.isEmpty()) {
          next.removeLast();
          return Optional.of(next);
        }
        Optional<Turn> turn = options.isEmpty() ? Optional.empty() : turn(typed, options);
        if (turn.isPresent()) {
          next.add(turn.get());
          return Optional.of(next);
        }
        session.result(text.help());
      }
    }

    private Optional<Turn> turn(String typed, List<Event.Option> options) {
      if (typed.isEmpty()) {
        int last = turns.isEmpty() ? -1 : turns.getLast().thread();
        return Optional.of(
            new Turn(
                options.stream()
                    .mapToInt(Event.Option::thread)
                    .filter(thread -> thread == last)
                    .findFirst()
                    .orElse(options.getFirst().thread()),
                false));
      }
      if (!typed.matches("[0-9]{1,3}!?")) {
        return Optional.empty();
      }
      int number = Integer.parseInt(typed.replace("!", ""));
      return number < 1 || number > options.size()
          ? Optional.empty()
          : Optional.of(new Turn(options.get(number - 1).thread(), typed.endsWith("!")));
    }

    private @Nullable String typed() {
      session.context().out().print("> ");
      session.context().out().flush();
      try {
        String line = session.context().in().readLine();
        return line == null ? null : line.strip();
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
