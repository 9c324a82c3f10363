package grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTest {

  private static final Token TOKEN = new Token(0xbeef, 17, 3, 4_000_000_000L, "5:0 300:2");

  @Test
  void readsBackWhatItWrote() {
    RandomGenerator random = new SplittableRandom(1);
    for (int i = 0; i < 1_000; i++) {
      Token token =
          new Token(
              random.nextInt(0x10000),
              random.nextInt(0x10000),
              random.nextInt(500),
              random.nextLong() >>> 1,
              schedule(random));

      assertThat(Token.parse(token.toString())).isEqualTo(token);
    }
  }

  private static String schedule(RandomGenerator random) {
    StringJoiner schedule = new StringJoiner(" ");
    int choice = 0;
    for (int size = random.nextInt(40); size > 0; size--) {
      choice += 1 + random.nextInt(1_000);
      schedule.add(choice + ":" + random.nextInt(200));
    }
    return schedule.toString();
  }

  @Test
  void isShort() {
    assertThat(TOKEN.toString()).startsWith("x1-").hasSizeLessThan(32);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x1-",
        "x1-0",
        "x2-7f3a09",
        "x1-7f3a09",
        "x1-uuuuuuuuuuuuuuuuuuuuu",
        "x1-\u00e9"
      })
  void whatIsNoTokenIsRefused(String text) {
    assertThatThrownBy(() -> Token.parse(text)).isInstanceOf(Token.Unreadable.class);
  }

  @Test
  void aChangedCharacterIsNoticed() {
    String text = TOKEN.toString();
    for (int i = 3; i < text.length() - 1; i++) {
      String changed =
          text.substring(0, i) + (text.charAt(i) == '0' ? '1' : '0') + text.substring(i + 1);
      assertThatThrownBy(() -> Token.parse(changed)).isInstanceOf(Token.Unreadable.class);
    }
  }
}
