package grader.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PartsTest {

  private static final long SEED = 0x9abc_def0L;

  @Test
  void allPartsAreKeptAtFirst() {
    assertThat(kept(SEED, 40)).hasSize(40).containsOnly(true);
  }

  @Test
  void oneThatIsLeftOutIsNotKept() {
    assertThat(kept(Parts.without(SEED, 1), 4)).containsExactly(true, false, true, true);
    assertThat(Parts.hasPart(Parts.without(SEED, 1), 1)).isFalse();
    assertThat(Parts.hasPart(Parts.without(SEED, 1), 0)).isTrue();
  }

  @Test
  void moreAndMoreCanBeLeftOut() {
    assertThat(kept(Parts.without(Parts.without(SEED, 0), 2), 4))
        .containsExactly(false, true, false, true);
  }

  /** A seed in a token has 63 bits: the last one is the sign. */
  @Test
  void theLastThatCanBeLeftOutIsTheThirtyFirst() {
    long seed = Parts.without(SEED, 30);
    assertThat(seed).isPositive();
    assertThat(kept(seed, 33).indexOf(false)).isEqualTo(30);
    assertThat(kept(seed, 33).lastIndexOf(false)).isEqualTo(30);
  }

  @Test
  void chanceStaysTheSame() {
    assertThat(Parts.chance(SEED)).isEqualTo(SEED);
    assertThat(Parts.chance(Parts.without(SEED, 5))).isEqualTo(SEED);
  }

  @Test
  void itCountsThoseItWasAskedFor() {
    Parts parts = new Parts(Parts.without(SEED, 0));
    assertThat(parts.count()).isZero();
    parts.isNextKept();
    parts.isNextKept();
    assertThat(parts.count()).isEqualTo(2);
  }

  @Test
  void itCountsOnlyThoseThatCanBeLeftOut() {
    Parts parts = new Parts(SEED);
    for (int i = 0; i < 40; i++) {
      parts.isNextKept();
    }
    assertThat(parts.count()).isEqualTo(31);
  }

  private static List<Boolean> kept(long seed, int count) {
    Parts parts = new Parts(seed);
    return Stream.generate(parts::isNextKept).limit(count).toList();
  }
}
