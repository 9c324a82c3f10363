package org.assertj.core.api;

public class AbstractBooleanAssert extends AbstractAssert {

  public Object as(String description, Object... arguments) {
    return this;
  }

  public AbstractBooleanAssert isEqualTo(boolean expected) {
    return this;
  }

  public AbstractBooleanAssert isFalse() {
    return this;
  }

  public AbstractBooleanAssert isTrue() {
    return this;
  }
}
