package grader.audit.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MutantsOfSolutionTest {

  private static Tried tried(int line, Fate fate) {
    return new Tried(
        new Mutant("p/C.java", line, Operator.ONE_WOKEN, "notifyAll();", "notify();", ""), fate);
  }

  private static MutantsOfSolution solution(Review review, Tried... tried) {
    return new MutantsOfSolution(
        "04-semaphore", "solutions/monitor", "0000abcd", review, List.of(tried));
  }

  private static Review review(String digest, int line) {
    return new Review(digest, Map.of("C:" + line + " one-woken: notify();", "nobody else waits"));
  }

  @Test
  void whatIsEquivalentIsNoSurvivor() {
    MutantsOfSolution solution =
        solution(review("0000abcd", 2), tried(1, Fate.KILLED), tried(2, Fate.SURVIVED));

    assertThat(solution.survivors()).isEmpty();
    assertThat(solution.equivalent()).hasSize(1);
    assertThat(solution.problems()).isEmpty();
  }

  @Test
  void withoutAVerdictAMutantIsNotRefused() {
    assertThat(solution(Review.NONE, tried(1, Fate.UNDECIDED)).survivors()).hasSize(1);
  }

  @Test
  void aReviewOfOtherSourcesIsStale() {
    MutantsOfSolution solution = solution(review("99999999", 2), tried(2, Fate.SURVIVED));

    assertThat(solution.survivors()).hasSize(1);
    assertThat(solution.problems())
        .singleElement()
        .asString()
        .contains("has changed", "reviewed: 0000abcd");
  }

  @Test
  void aReviewOfNoMutantIsStale() {
    assertThat(solution(review("0000abcd", 7), tried(2, Fate.KILLED)).problems())
        .singleElement()
        .asString()
        .contains("no such mutant");
  }

  @Test
  void whatIsRefusedIsNotEquivalent() {
    assertThat(solution(review("0000abcd", 2), tried(2, Fate.KILLED)).problems())
        .singleElement()
        .asString()
        .contains("not equivalent");
  }

  @Test
  void theScoreCountsWhatCouldBeRefused() {
    MutantScore score =
        MutantScore.of(
            List.of(
                solution(
                    review("0000abcd", 2),
                    tried(1, Fate.KILLED),
                    tried(2, Fate.SURVIVED),
                    tried(3, Fate.DROPPED),
                    tried(4, Fate.SURVIVED))));

    assertThat(score).isEqualTo(new MutantScore(1, 2));
    assertThat(score.proved()).isFalse();
  }

  @Test
  void nineteenOfTwentyAreEnough() {
    assertThat(new MutantScore(19, 20).proved()).isTrue();
    assertThat(new MutantScore(18, 19).proved()).isFalse();
  }

  @Test
  void thePageCountsByOperatorAndShowsSurvivors() {
    MutantsOfSolution solution =
        solution(
            review("0000abcd", 2),
            tried(1, Fate.KILLED),
            tried(2, Fate.SURVIVED),
            tried(3, Fate.DROPPED),
            tried(4, Fate.SURVIVED));

    assertThat(new MutantsPage(List.of(solution)).sections().get("04-semaphore"))
        .isEqualTo(
            """
            Score: **50.0 %** (1 of 2)

            | operator | made | not compiling | refused | equivalent | survivors |
            |---|--:|--:|--:|--:|--:|
            | one-woken (RNA) | 4 | 1 | 1 | 1 | 1 |
            | **all** | 4 | 1 | 1 | 1 | 1 |

            Survivors:

            - solutions/monitor, `C:4 one-woken: notify();`, was `notifyAll();`
            """);
  }
}
