package org.assertj.core.api;

public class AbstractThrowableAssert extends AbstractAssert {

  public AbstractAssert isInstanceOf(Class type) {
    return this;
  }
}
