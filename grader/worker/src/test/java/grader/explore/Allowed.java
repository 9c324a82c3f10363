package grader.explore;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a small program may come to, and which sentence of the specification says so. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface Allowed {

  /**
   * The outcomes: what the program returns, the simple name of what it throws, {@code Stuck}, or
   * {@code Escaped}.
   */
  String[] value();

  String by();

  /** Whether control must find every one of them. */
  boolean all() default true;

  /** Whether it can run on plain threads as well: not if it waits for hours, or may be stuck. */
  boolean plain() default true;
}
