package grader.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatchTest {

  private static final Catch EXPLORED = new Catch(true, "explore, PCT 3", 7);

  @Test
  void underControlTwoChecksAreTheSame() {
    assertThat(EXPLORED.agreesWith(new Catch(true, "explore, PCT 3", 7))).isTrue();
    assertThat(EXPLORED.agreesWith(new Catch(true, "explore, PCT 3", 8))).isFalse();
    assertThat(EXPLORED.agreesWith(new Catch(true, "explore, POS", 7))).isFalse();
  }

  @Test
  void threadsOfTheJvmKeepTheirOwnTiming() {
    assertThat(EXPLORED.agreesWith(new Catch(true, "sequential", 1))).isTrue();
    assertThat(EXPLORED.agreesWith(new Catch(false, "sequential", 1))).isFalse();
    assertThat(EXPLORED.agreesWith(new Catch(false, "", 0))).isFalse();
  }
}
