package org.assertj.core.api;

public class AbstractIntegerAssert extends AbstractObjectAssert {

  public AbstractObjectAssert as(String description, Object... arguments) {
    return this;
  }

  public AbstractIntegerAssert isBetween(Integer least, Integer most) {
    return this;
  }

  public AbstractIntegerAssert isEqualTo(int expected) {
    return this;
  }

  public AbstractIntegerAssert isLessThanOrEqualTo(int most) {
    return this;
  }

  public AbstractIntegerAssert isZero() {
    return this;
  }
}
