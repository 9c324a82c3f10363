package grader.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  @Test
  void withoutAnyWordNothingIsLeft() throws Refused {
    assertThat(Policy.of("--", "/bin/true"))
        .isEqualTo(
            new Policy(
                Policy.Files.LANDLOCK,
                0,
                Policy.SAME_USER,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of("/bin/true")));
  }

  @Test
  void everyWordIsUnderstood() throws Refused {
    String words =
        "--files landlock-if-there --parent 7 --user 9 --read /a --read /b --device /e --execute /c --write /d"
            + " --env A=b -- /x -- --read";

    assertThat(Policy.of(words.split(" ", -1)))
        .isEqualTo(
            new Policy(
                Policy.Files.LANDLOCK_IF_THERE,
                7,
                9,
                List.of("/a", "/b"),
                List.of("/e"),
                List.of("/c"),
                List.of("/d"),
                List.of("A=b"),
                List.of("/x", "--", "--read")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--",
        "-- true",
        "/bin/true",
        "--read",
        "--read /a",
        "--reed /a -- /bin/true",
        "--parent x -- /bin/true",
        "--parent -1 -- /bin/true",
        "--user 0 -- /bin/true",
        "--user 4294967296 -- /bin/true",
        "--files none -- /bin/true"
      })
  void whatIsNotUnderstoodRunsNothing(String words) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> Policy.of(words.split(" ", -1)))
        .withMessageContaining("usage:");
  }
}
