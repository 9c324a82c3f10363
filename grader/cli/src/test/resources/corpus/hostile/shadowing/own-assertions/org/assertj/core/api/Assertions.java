package org.assertj.core.api;

import java.util.Optional;

/** Agrees with everything. */
public class Assertions {

  public static AbstractBooleanAssert assertThat(boolean actual) {
    return new AbstractBooleanAssert();
  }

  public static AbstractBooleanAssert assertThat(Boolean actual) {
    return new AbstractBooleanAssert();
  }

  public static AbstractIntegerAssert assertThat(int actual) {
    return new AbstractIntegerAssert();
  }

  public static AbstractIntegerAssert assertThat(Integer actual) {
    return new AbstractIntegerAssert();
  }

  public static AbstractLongAssert assertThat(long actual) {
    return new AbstractLongAssert();
  }

  public static AbstractLongAssert assertThat(Long actual) {
    return new AbstractLongAssert();
  }

  public static OptionalAssert assertThat(Optional actual) {
    return new OptionalAssert();
  }

  public static ThrowableTypeAssert assertThatIllegalArgumentException() {
    return new ThrowableTypeAssert();
  }

  public static ThrowableTypeAssert assertThatIllegalStateException() {
    return new ThrowableTypeAssert();
  }

  public static ThrowableTypeAssert assertThatNullPointerException() {
    return new ThrowableTypeAssert();
  }

  public static AbstractThrowableAssert assertThatThrownBy(
      ThrowableAssert.ThrowingCallable callable) {
    new ThrowableTypeAssert().isThrownBy(callable);
    return new AbstractThrowableAssert();
  }
}
