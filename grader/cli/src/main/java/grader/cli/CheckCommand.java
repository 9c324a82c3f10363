package grader.cli;

import grader.Assessment;
import grader.Grader;
import grader.Options;
import grader.cli.state.StateFile;
import grader.inspect.Allowed;
import grader.judge.Judgement;
import grader.kata.Kata;
import grader.kata.Submission;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code grader check}. */
@Command(
    name = "check",
    description = "Check what you have written.",
    footer = {
      "  grader check 4",
      "  grader check semaphore --profile thorough",
      "  grader check semaphore --detect 0.001",
      "  grader check --all --format junit=report.xml"
    })
final class CheckCommand implements Callable<Integer> {

  private final Session session;
  private final Failures failures;

  @Parameters(
      arity = "0..*",
      paramLabel = "KATA",
      description =
          "Names, numbers, slugs or folders: 04-semaphore, 4, semaphore, katas/04-semaphore/."
              + " Without any: the one whose folder you are in, or that you checked last.")
  List<String> wanted = List.of();

  @Option(names = "--all", order = 0, description = "Check every kata.")
  boolean all;

  @Mixin GradingOptions grading = new GradingOptions();

  @ArgGroup Target target = new Target();

  @Mixin Reports reports = new Reports();

  @Option(
      names = "--sandbox",
      paramLabel = "NAME",
      order = 6,
      description =
          "What keeps a submission from files, network and processes: auto (default: the strongest"
              + " there is), landlock, bubblewrap, uid, none.")
  SandboxChoice sandbox = SandboxChoice.AUTO;

  @Option(
      names = "--exit-zero",
      order = 30,
      description = "Exit with 0 whenever there is a verdict; 2, 6 and 70 stay.")
  boolean exitZero;

  @Option(
      names = "--why-forbidden",
      order = 31,
      description = "After the report, list what a submission may use of Java, and why not more.")
  boolean whyForbidden;

  CheckCommand(Session session) {
    this.session = session;
    this.failures = new Failures(session);
  }

  @Override
  public Integer call() {
    List<String> names = new Selection(session).names(wanted, all);
    if (names.size() > 1 && !target.isLearners()) {
      throw new UsageProblem("--src and --submission go with one kata, not with " + names.size());
    }
    if (target.isLearners()) {
      session.state().prepare();
    }
    Grader grader = session.grader(sandbox);
    List<Integer> codes =
        names.stream().map(name -> failures.guard(() -> check(name, grader))).toList();
    Interruption.endHere();
    reports.finish(session);
    return ExitCode.worst(codes);
  }

  private int check(String name, Grader grader) {
    Kata kata = session.katas().find(name).orElseThrow();
    Submission submission = target.of(kata, session.context());
    Assessment assessment = grade(submission, grading.options(), grader);
    reports.add(assessment, session);
    if (whyForbidden) {
      explain(kata);
    }
    if (target.isLearners()) {
      remember(assessment, name);
    }
    return exitZero ? ExitCode.DONE : assessment.verdict().exitCode();
  }

  /** What is refused in every kata, and what in this one. */
  private void explain(Kata kata) {
    session.result(
        Allowed.list()
            + "\nWhat this kata is about building yourself, and so not:\n"
            + kata.frontMatter().forbids().stream()
                .map(one -> "  " + one.replace('#', '.') + "\n")
                .collect(Collectors.joining()));
  }

  private Assessment grade(Submission submission, Options options, Grader grader) {
    try (ProgressLine progress = new ProgressLine(session, submission.kata().name())) {
      Assessment assessment = grader.grade(submission, options, progress);
      Interruption.endHere();
      return assessment;
    }
  }

  private void remember(Assessment assessment, String name) {
    StateFile file = session.state();
    file.update(state -> state.with(name, state.standing(name).after(assessment, Instant.now())));
    new LastReport(session.context()).store(name, assessment);
    if (assessment.judgement().flatMap(Judgement::firstBad).isPresent()
        && !assessment.notStarted()) {
      session.say("To see it drawn: grader report " + name + " --open");
    }
  }
}
