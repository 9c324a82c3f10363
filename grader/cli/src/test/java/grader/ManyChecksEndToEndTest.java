package grader;

import static org.assertj.core.api.Assertions.assertThat;

import grader.Grader.Target;
import grader.judge.TestResult;
import grader.judge.Verdict;
import grader.kata.Kata;
import grader.kata.Katas;
import grader.kata.Submission;
import grader.protocol.Engine;
import grader.run.Installation;
import grader.run.Observation;
import grader.run.Sandbox;
import grader.run.Workshop;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many checks in few JVMs say what one check in JVMs of its own says. */
class ManyChecksEndToEndTest {

  private static final Path ROOT = Path.of(System.getProperty("grader.home")).normalize();

  private final Grader grader =
      new Grader(new Workshop(new Installation(ROOT), () -> Sandbox.none(new Installation(ROOT))));
  private final Kata kata = new Katas(ROOT).find("04-semaphore").orElseThrow();

  /** What a verdict rests on. */
  private record Said(
      Verdict verdict, Optional<String> diagnosis, Optional<Observation> observation) {}

  @Test
  void eachSaysWhatACheckSays() {
    List<Target> targets =
        Stream.of("solutions/monitor", "impostors/checks-outside", "impostors/wait-zero")
            .flatMap(name ->
                Stream.of(1L, 2L, 3L).map(seed -> new Target(submission(name), options(seed))))
            .toList();

    List<Said> together = grader.gradeAll(kata, targets).stream().map(this::said).toList();

    List<Said> alone = targets.stream().map(this::alone).map(this::said).toList();
    assertThat(together).isEqualTo(alone);
    assertThat(together).filteredOn(one -> one.verdict() == Verdict.PASSED).hasSize(3);
  }

  private Assessment alone(Target target) {
    return grader.grade(
        target.submission(), target.options(), (engine, configuration, test, trials) -> {});
  }

  private Said said(Assessment assessment) {
    return new Said(
        assessment.verdict(),
        // Evidence comes from a replay, and nothing is replayed of many.
        assessment.diagnosis().map(one -> one.bug() + ", as " + one.mistake()),
        assessment
            .judgement()
            .flatMap(judgement -> judgement.firstBad().flatMap(TestResult::firstBad))
            .map(run -> run.observations().getFirst()));
  }

  private Submission submission(String name) {
    return kata.submission(name).orElseThrow();
  }

  private static Options options(long seed) {
    return new Options(
        Profile.STANDARD,
        Optional.empty(),
        Profile.STANDARD.budget(Optional.empty()),
        seed,
        EnumSet.of(Engine.SEQUENTIAL, Engine.EXPLORE));
  }
}
