package grader.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import grader.compile.Compilation;
import grader.compile.SourceCompiler;
import grader.inspect.Allowed;
import grader.inspect.Forbidden;
import grader.inspect.Problem;
import grader.inspect.SubmissionClasses;
import grader.judge.Verdict;
import grader.kata.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the scan says of hostile programs, and that it says nothing of legal ones. */
class ScanCorpusTest {

  @TempDir private Path folder;

  static Stream<Program> hostile() {
    return Program.hostile();
  }

  static Stream<Program> legal() {
    return Program.legal();
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void aHostileProgramIsRefusedWhereItShouldBe(Program program) {
    Submission submission = program.in(folder, folder.resolve("canary"));
    switch (new SourceCompiler(List.of()).compile(submission)) {
      case Compilation.Rejected rejected ->
          assertThat(program.expects()).contains(Verdict.DOES_NOT_COMPILE);
      case Compilation.Compiled(Map<String, byte[]> classes) -> {
        List<Problem> problems = problems(submission, classes);
        if (problems.isEmpty()) {
          assertThat(program.expects()).containsAnyOf(Verdict.FAILED, Verdict.STUCK, Verdict.FLAKY);
        } else {
          assertThat(program.expects()).as("for %s", problems).contains(Verdict.NOT_ALLOWED);
          for (String name : program.names()) {
            assertThat(problems).extracting(Problem::what).anyMatch(what -> what.contains(name));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("legal")
  void aLegalProgramIsNotRefused(Program program) {
    Submission submission = program.in(folder, folder.resolve("canary"));
    assertThat(new SourceCompiler(List.of()).compile(submission))
        .isInstanceOfSatisfying(
            Compilation.Compiled.class,
            compiled -> assertThat(problems(submission, compiled.classes())).isEmpty());
  }

  private static List<Problem> problems(Submission submission, Map<String, byte[]> classes) {
    SubmissionClasses shape = new SubmissionClasses(submission.name(), classes);
    List<Problem> forbidden =
        new Forbidden(submission.kata().frontMatter().forbids()).usedBy(shape);
    return Stream.concat(
            forbidden.stream(), Allowed.problems(shape, Set.of("semaphore.hidden")).stream())
        .toList();
  }
}
