package grader.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import grader.Grader;
import grader.judge.Verdict;
import grader.run.Installation;
import grader.run.Sandbox;
import grader.run.Sandboxes;
import grader.run.WorkerFailure;
import grader.run.Workshop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks every program of the corpora whole. It takes half an hour, so it does not run with the
 * other tests. Once all is built: {@code ./mvnw test -pl grader/cli -am -Dtest=CorpusCheck
 * -Dsurefire.failIfNoSpecifiedTests=false}, with {@code -Dcorpus.scan=false} to let hostile
 * programs run that the scan would refuse, and with {@code -Dcorpus.sandbox=false} to let all of
 * them run in none. {@code -Dcorpus.only=exit/.*} takes those whose names match.
 */
class CorpusCheck {

  private static final boolean SCAN =
      Boolean.parseBoolean(System.getProperty("corpus.scan", "true"));
  private static final Grader GRADER = grader();

  @TempDir private Path folder;

  private static Grader grader() {
    Installation installation =
        new Installation(Path.of(System.getProperty("grader.home")).normalize());
    Sandbox sandbox =
        Boolean.parseBoolean(System.getProperty("corpus.sandbox", "true"))
            ? new Sandboxes(installation).strongest()
            : Sandbox.none(installation);
    System.out.printf("scan %s, sandbox %s%n", SCAN, sandbox.kind());
    return new Grader(new Workshop(installation, () -> sandbox));
  }

  static Stream<Program> hostile() {
    return Program.hostile().filter(CorpusCheck::isWanted);
  }

  static Stream<Program> legal() {
    return Program.legal().filter(CorpusCheck::isWanted);
  }

  private static boolean isWanted(Program program) {
    return program.name().matches(System.getProperty("corpus.only", ".*"));
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
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(ProcessHandle.current().descendants().map(ProcessHandle::info)).isEmpty());
  }

  private Verdict check(Program program, Path canary) {
    try {
      return program.verdict(GRADER, folder, canary, SCAN);
    } catch (WorkerFailure noVerdict) {
      if (SCAN) {
        throw noVerdict;
      }
      return Verdict.INCONCLUSIVE;
    }
  }
}
