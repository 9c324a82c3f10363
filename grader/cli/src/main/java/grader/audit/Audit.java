package grader.audit;

import grader.Assessment;
import grader.Grader;
import grader.Options;
import grader.diagnose.Behaviours;
import grader.kata.Kata;
import grader.kata.Submission;
import grader.testkit.Bug;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Grades every submission of a kata and holds the outcome against what it must be. */
public final class Audit {

  private final Grader grader;
  private final Options options;

  public Audit(Grader grader, Options options) {
    this.grader = grader;
    this.options = options;
  }

  /**
   * What is wrong with a kata's files, before anything is run.
   *
   * @throws grader.kata.BrokenKata if its hidden tests do not compile
   */
  public List<Finding> findings(Kata kata) {
    Stream<Bug> ofTests =
        grader.plan(kata).tests().stream()
            .flatMap(test -> Stream.of(test.reveals(), test.revealsWhenStuck()));
    Stream<Bug> ofImpostors = kata.impostors().stream().flatMap(one -> BugMark.of(one).stream());
    Set<Bug> bugs = Stream.concat(ofTests, ofImpostors).collect(Collectors.toSet());
    return Stream.of(new Folders(kata).findings(), new Texts(kata).findings(bugs))
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Grades all submissions of these katas, some at the same time.
   *
   * @param progress hears of each as soon as it is graded
   * @return in the order of the katas: stub, solutions, impostors
   */
  public List<Graded> graded(List<Kata> katas, int atOnce, Consumer<Graded> progress)
      throws InterruptedException {
    return new AtOnce(atOnce).results(katas.stream().flatMap(this::tasks).toList(), progress);
  }

  private Stream<Callable<Graded>> tasks(Kata kata) {
    Stream<Callable<Graded>> stub = Stream.of(task(kata.stub(), Row::ofStub));
    Stream<Callable<Graded>> solutions =
        kata.solutions().stream().map(one -> task(one, Row::ofSolution));
    Stream<Callable<Graded>> impostors =
        kata.impostors().stream()
            .flatMap(one ->
                BugMark.of(one).stream().map(bug -> task(one, graded -> impostor(graded, bug))));
    return Stream.of(stub, solutions, impostors).flatMap(Function.identity());
  }

  /** A check must know its own impostors again. */
  private static Row impostor(Assessment graded, Bug bug) {
    Row row = Row.ofImpostor(graded, bug);
    Behaviours known = Behaviours.of(graded.submission().kata());
    String mistake = graded.submission().mistake();
    boolean recognised =
        known.all().isEmpty()
            || Behaving.sign(graded).allMatch(sign -> known.recognises(mistake, sign));
    return recognised ? row : row.unrecognised();
  }

  private Callable<Graded> task(Submission submission, Function<Assessment, Row> row) {
    return () -> {
      Assessment assessment =
          grader.grade(submission, options, (engine, configuration, test, trials) -> {});
      return new Graded(row.apply(assessment), assessment);
    };
  }
}
