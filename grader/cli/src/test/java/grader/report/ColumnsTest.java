package grader.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void linesBreakAtSpaces() {
    assertThat(Columns.wrap("one two three", 7)).containsExactly("one two", "three");
  }

  @Test
  void aWordTooLongIsBroken() {
    assertThat(Columns.wrap("abcdefgh", 3)).containsExactly("abc", "def", "gh");
  }

  @Test
  void indentationIsNoPlaceToBreak() {
    assertThat(Columns.wrap("    abcdef", 6)).containsExactly("    ab", "cdef");
  }

  @Test
  void ideographsTakeTwoColumnsAndAccentsNone() {
    assertThat(Columns.width("\u4F60e\u0301")).isEqualTo(3);
  }

  @Test
  void whatDoesNotFitEndsInDots() {
    assertThat(Columns.cut("abcdefgh", 6)).isEqualTo("abc...");
  }
}
