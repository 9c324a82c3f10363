package grader.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A concurrency test: a method with one parameter, its {@link Trial}. An engine runs it many times,
 * each time on a new instance of the test class and under another schedule; what it asserts must
 * hold under every schedule.
 *
 * <p>Callbacks such as {@code @BeforeEach} do not run: a trial makes what it needs.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Test
@ExtendWith(TrialExtension.class)
public @interface ConcurrentTest {

  /**
   * How often to run it compared to others, in percent: less for a test that waits in real time
   * under stress.
   */
  int share() default 100;
}
