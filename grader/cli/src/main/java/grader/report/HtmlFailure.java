package grader.report;

import grader.judge.TestResult;
import grader.kata.Submission;
import grader.protocol.Outcome;
import grader.protocol.ThreadReport;
import grader.report.html.Graph;
import grader.report.html.Result;
import grader.report.html.Schedule;
import grader.run.TestRun;
import java.util.List;
import java.util.Optional;

/** What the first trial of a test that did not pass showed, with its pictures. */
final class HtmlFailure {

  private static final int MOST_FRAMES = 3;

  private final Submission submission;

  private HtmlFailure(Submission submission) {
    this.submission = submission;
  }

  static Result.Failure of(String heading, TestResult bad, Submission submission, boolean drawn) {
    return bad.firstBad()
        .map(run -> of(heading, run, submission, drawn))
        .orElseGet(() -> new HtmlFailure(submission).bare(heading));
  }

  static Result.Failure of(String heading, TestRun run, Submission submission, boolean drawn) {
    return new HtmlFailure(submission).of(heading, run, drawn);
  }

  private Result.Failure bare(String heading) {
    return new Result.Failure(
        heading, "", List.of(), List.of(), Optional.empty(), Optional.empty(), "", "");
  }

  private Result.Failure of(String heading, TestRun run, boolean drawn) {
    Optional<Outcome> outcome = run.observations().stream().map(one -> one.outcome()).findFirst();
    Optional<Schedule> schedule =
        Optional.of(HtmlSchedule.of(run.exploration().moves(), submission))
            .filter(one -> drawn && !one.isEmpty());
    return new Result.Failure(
        heading,
        outcome.map(this::message).orElse(""),
        outcome.map(HtmlFailure::frames).orElse(List.of()),
        outcome.map(this::threads).orElse(List.of()),
        outcome.flatMap(what -> graph(what, schedule)).filter(any -> drawn),
        schedule,
        run.exploration().token().map(this::command).orElse(""),
        run.raceBeside().map(HtmlFailure::race).orElse(""));
  }

  private String command(String token) {
    return FailureText.command(submission, token);
  }

  private static String race(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed ? Printable.line(failed.message()) : "";
  }

  private String message(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> text(FailureText.asserted(failed));
      case Outcome.Stuck stuck -> FailureText.why(stuck, submission);
      case Outcome.Late late -> FailureText.LATE;
      case Outcome.Died died -> text(FailureText.died(died));
    };
  }

  private static String text(String raw) {
    return String.join("\n", Printable.lines(raw));
  }

  private static List<String> frames(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed
        ? failed.stack().stream()
            .limit(MOST_FRAMES)
            .map(frame -> Printable.line(Frame.of(frame).shown()))
            .toList()
        : List.of();
  }

  private List<String> threads(Outcome outcome) {
    return reports(outcome).stream()
        .map(thread -> Printable.line(Threads.sentence(thread) + at(thread)))
        .toList();
  }

  private String at(ThreadReport thread) {
    return Frame.own(thread.stack(), submission).map(frame -> ", at " + frame.shown()).orElse("");
  }

  private static List<ThreadReport> reports(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Stuck stuck -> stuck.threads();
      case Outcome.Late late -> late.threads();
      case Outcome.Failed failed -> List.of();
      case Outcome.Died died -> List.of();
    };
  }

  /** Names of locks tell more if the schedule is known: two of one class have two names there. */
  private Optional<Graph> graph(Outcome outcome, Optional<Schedule> schedule) {
    boolean waits = outcome instanceof Outcome.Stuck stuck && stuck.why() != Outcome.Why.SPINNING;
    return waits
        ? Optional.of(
            Graph.of(reports(outcome).stream().map(thread -> waiter(thread, schedule)).toList()))
        : Optional.empty();
  }

  private Graph.Waiter waiter(ThreadReport thread, Optional<Schedule> schedule) {
    String name = Printable.line(thread.name());
    String waitsFor = Printable.line(thread.waitsFor());
    String holder =
        thread.waitsFor().startsWith(Threads.END_OF)
            ? thread.waitsFor().substring(Threads.END_OF.length())
            : thread.heldBy();
    return new Graph.Waiter(
        name,
        Printable.line(Frame.own(thread.stack(), submission).map(Frame::shown).orElse("")),
        thread.heldBy().isEmpty()
            ? waitsFor
            : schedule.flatMap(one -> one.lastWaitOf(name)).orElse(waitsFor),
        Printable.line(holder));
  }
}
