package grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LandlockTest {

  // linux/landlock.h: refer came with 2, truncate with 3, ioctl_dev with 5.
  @ParameterizedTest
  @CsvSource({"1, 0x1fff", "2, 0x3fff", "3, 0x7fff", "4, 0x7fff", "5, 0xffff", "7, 0xffff"})
  void eachVersionTakesTheRightsThatItKnows(long version, String rights) {
    assertThat(Landlock.fileRights(version)).isEqualTo(Long.decode(rights));
  }
}
