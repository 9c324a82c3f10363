package org.assertj.core.api;

public class AbstractLongAssert extends AbstractObjectAssert {

  public AbstractObjectAssert as(String description, Object... arguments) {
    return this;
  }

  public AbstractLongAssert isGreaterThanOrEqualTo(long least) {
    return this;
  }
}
