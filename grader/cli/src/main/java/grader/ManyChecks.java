package grader;

import grader.Grader.Target;
import grader.compile.Compilation;
import grader.compile.SourceCompiler;
import grader.inspect.Plan;
import grader.inspect.Problem;
import grader.kata.Submission;
import grader.protocol.Engine;
import grader.protocol.Job;
import grader.run.Deadline;
import grader.run.Transcript;
import grader.run.Workers;
import grader.run.Workshop;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Grades many submissions of one kata, or one under many seeds, in few JVMs. */
final class ManyChecks {

  private final Grader grader;
  private final Workshop workshop;
  private final Plan plan;

  ManyChecks(Grader grader, Workshop workshop, Plan plan) {
    this.grader = grader;
    this.workshop = workshop;
    this.plan = plan;
  }

  /** Either all is said before anything runs, or there is a round to run. */
  private record Begun(Target target, Optional<Assessment> refused, Optional<Job.Round> round) {}

  /** An assessment for each, in their order. */
  List<Assessment> assess(List<Target> targets, Function<Jobs, List<Stage>> stages) {
    List<Begun> begun = begin(targets);
    List<Job.Round> rounds = begun.stream().flatMap(one -> one.round().stream()).toList();
    if (rounds.isEmpty()) {
      return begun.stream().map(one -> one.refused().orElseThrow()).toList();
    }
    Options options = targets.getFirst().options();
    Deadline deadline = new Deadline(options.budget().multipliedBy(targets.size()));
    try (Workers workers = workshop.workers(deadline)) {
      Iterator<List<Transcript>> transcripts =
          new Rounds(stages.apply(new Jobs(plan, options)), workers).run(rounds).iterator();
      return begun.stream()
          .map(one -> one.refused().orElseGet(() -> judged(one, transcripts.next())))
          .toList();
    }
  }

  private List<Begun> begin(List<Target> targets) {
    List<Begun> begun = new ArrayList<>();
    for (Target target : targets) {
      // One after the other, the same submission under many seeds.
      boolean same =
          !begun.isEmpty()
              && begun.getLast().target().submission().equals(target.submission())
              && begun.getLast().round().isPresent();
      begun.add(same ? again(begun.getLast(), target) : begin(target));
    }
    return begun;
  }

  private static Begun again(Begun last, Target target) {
    return new Begun(
        target,
        Optional.empty(),
        last.round().map(round -> new Job.Round(target.options().seed(), round.submission())));
  }

  private Begun begin(Target target) {
    Submission submission = target.submission();
    Verdicts verdicts = new Verdicts(submission, target.options());
    return switch (new SourceCompiler(List.of()).compile(submission)) {
      case Compilation.Rejected(var errors) ->
          new Begun(target, Optional.of(verdicts.rejected(errors)), Optional.empty());
      case Compilation.Compiled(Map<String, byte[]> classes) -> {
        List<Problem> problems =
            Grader.problems(submission, plan, classes, target.options().scan());
        yield problems.isEmpty()
            ? new Begun(
                target,
                Optional.empty(),
                Optional.of(new Job.Round(target.options().seed(), classes)))
            : new Begun(target, Optional.of(verdicts.notRun(problems)), Optional.empty());
      }
    };
  }

  private Assessment judged(Begun begun, List<Transcript> transcripts) {
    Target target = begun.target();
    boolean decided =
        transcripts.stream().anyMatch(Transcript::failed)
            || !target.options().engines().contains(Engine.STRESS);
    return decided
        ? new Verdicts(target.submission(), target.options())
            .judged(plan, transcripts, begun.round().orElseThrow().submission())
        : grader.grade(target.submission(), target.options(), (engine, name, test, trials) -> {});
  }
}
