package grader.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import grader.Assessment;
import grader.Grader;
import grader.Options;
import grader.Profile;
import grader.judge.Verdict;
import grader.protocol.Engine;
import grader.run.Installation;
import grader.run.Sandboxes;
import grader.run.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks every program of the corpora whole. It takes half an hour, so it does not run with the
 * other tests: {@code ./mvnw verify -pl grader/cli -am -Dtest=CorpusCheck -Dit.test=None}, with
 * {@code -Dcorpus.scan=false} to let hostile programs run that the scan would refuse.
 */
class CorpusCheck {

  private static final boolean SCAN =
      Boolean.parseBoolean(System.getProperty("corpus.scan", "true"));
  private static final Installation INSTALLATION =
      new Installation(Path.of(System.getProperty("grader.home")).normalize());
  private static final Grader GRADER =
      new Grader(new Workshop(INSTALLATION, new Sandboxes(INSTALLATION)::strongest));

  @TempDir private Path folder;

  static Stream<Program> hostile() {
    return Program.hostile();
  }

  static Stream<Program> legal() {
    return Program.legal();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostile")
  void aHostileProgramGetsItsVerdict(Program program) {
    Path canary = folder.resolve("canary");
    Verdict verdict = check(program, canary);
    Set<Verdict> right = SCAN ? program.expects() : program.unscanned();
    System.out.printf("%-60s %s%n", program, verdict);
    assertThat(right).contains(verdict);
    assertThat(canary).doesNotExist();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("legal")
  void aLegalProgramPasses(Program program) {
    assertThat(check(program, folder.resolve("canary"))).isEqualTo(Verdict.PASSED);
  }

  @AfterAll
  static void nothingIsLeft() {
    List<ProcessHandle> left = ProcessHandle.current().descendants().toList();
    assertThat(left).isEmpty();
  }

  private Verdict check(Program program, Path canary) {
    Options options =
        new Options(
            Profile.QUICK,
            Optional.empty(),
            Duration.ofMinutes(3),
            1,
            EnumSet.allOf(Engine.class),
            SCAN);
    Assessment assessment =
        GRADER.grade(
            program.in(folder, canary), options, (engine, configuration, test, trials) -> {});
    return assessment.verdict();
  }
}
