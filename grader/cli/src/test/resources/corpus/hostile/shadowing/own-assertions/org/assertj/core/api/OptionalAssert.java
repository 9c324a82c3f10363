package org.assertj.core.api;

public class OptionalAssert extends AbstractOptionalAssert {

  public Object as(String description, Object... arguments) {
    return this;
  }

  public AbstractOptionalAssert isEmpty() {
    return this;
  }

  public AbstractOptionalAssert isPresent() {
    return this;
  }
}
