package org.assertj.core.api;

public class ThrowableAssert {

  public interface ThrowingCallable {
    void call() throws Throwable;
  }
}
