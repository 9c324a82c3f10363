package grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u001b[31mb",
        "a\u001b]0;title\u0007b",
        "a\u001b]8;;http://x\u001b\\b",
        "a\u009b2Jb",
        "a\u001bcb",
        "a\u001b(Bb",
        "a\u001bPq#0\u001b\\b",
        "a\u0000\u0007\b\u007fb",
        "a\u202E\u200B\uFEFFb"
      })
  void nothingInvisibleStays(String raw) {
    assertThat(Printable.text(raw)).isEqualTo("ab");
  }

  @Test
  void halvesOfCharactersAreReplaced() {
    assertThat(Printable.text("\uD800x\uDC00\uD83D\uDE00\uFFFF"))
        .isEqualTo("\uFFFDx\uFFFD\uD83D\uDE00\uFFFD");
  }

  @Test
  void everyLineEndBecomesALineFeed() {
    assertThat(Printable.text("a\r\nb\rc\u2028d")).isEqualTo("a\nb\nc\nd");
  }

  @Test
  void anUnfinishedEscapeDoesNotHideTheNextLine() {
    assertThat(Printable.text("a\u001b]0;x\nb")).isEqualTo("a\nb");
  }

  @Test
  void asciiWritesTheRestAsJavaDoes() {
    assertThat(Printable.ascii("caf\u00e9")).isEqualTo("caf\\u00e9");
  }
}
