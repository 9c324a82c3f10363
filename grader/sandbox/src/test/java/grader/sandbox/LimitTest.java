package grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LimitTest {

  @Test
  void addressSpaceIsNotLimited() throws Refused {
    assertThat(Limit.of(Policy.of("--", "/x")))
        .extracting(Limit::name)
        .containsExactly("processor time", "size of files", "core dumps", "open files");
  }

  @Test
  void threadsAreLimitedForAUserWhoHasNoOthers() throws Refused {
    assertThat(Limit.of(Policy.of("--user", "65533", "--", "/x")))
        .extracting(Limit::name)
        .contains("threads");
  }

  @Test
  void filesMayGrowWhereSomethingMayBeWritten() throws Refused {
    assertThat(sizeOfFiles(Policy.of("--", "/x")))
        .isLessThan(sizeOfFiles(Policy.of("--write", "/y", "--", "/x")));
  }

  private static long sizeOfFiles(Policy policy) {
    return Limit.of(policy).stream()
        .filter(limit -> limit.name().equals("size of files"))
        .mapToLong(Limit::most)
        .sum();
  }
}
