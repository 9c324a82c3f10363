package grader.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The bug that a failure of this test most likely shows. Harder evidence, a deadlock say, goes
 * first.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Reveals {

  /** When an assertion fails or an exception escapes. */
  Bug value();

  /**
   * When threads wait and nobody is left to wake them; without it, the same as {@link #value()}.
   */
  Bug[] whenStuck() default {};
}
