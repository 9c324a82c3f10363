package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a submission does to its worker, also if nobody has looked through it, it gets a
 * verdict.
 */
class HostileSubmissionEndToEndTest {

  @TempDir Path root;
  private Project project;

  @BeforeEach
  void create() {
    project = Project.in(root);
  }

  @Test
  void exitingFails() {
    assertThat(codeOf("System.exit(0); return 1;")).isEqualTo(1);
  }

  @Test
  void haltingFails() {
    assertThat(codeOf("Runtime.getRuntime().halt(7); return 1;")).isEqualTo(1);
  }

  @Test
  void fillingTheHeapFails() {
    assertThat(
            codeOf(
                """
                java.util.List<byte[]> all = new java.util.ArrayList<>();
                while (all.size() < 1_000_000) {
                  all.add(new byte[1 << 20]);
                }
                return 1;
                """))
        .isEqualTo(1);
  }

  @Test
  void endlessRecursionFails() {
    assertThat(codeOf("return next() + 1;")).isEqualTo(1);
  }

  @Test
  void aFloodOfOutputDoesNotDrownTheVerdict() {
    Ended ended =
        check(
            """
            for (int i = 0; i < 100_000; i++) {
              System.out.println("number " + i);
              System.err.println("number " + i);
            }
            return 0;
            """);
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).hasSizeLessThan(10_000);
  }

  @Test
  void writingIntoTheEventsIsTampering() {
    assertThat(
            codeOf(
                """
                try (var stream = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
                  stream.write(new byte[1_000]);
                } catch (java.io.IOException e) {
                  return 0;
                }
                return 0;
                """))
        .isEqualTo(7);
  }

  @Test
  void closingTheEventsIsTampering() {
    assertThat(
            codeOf(
                """
                try (var stream = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
                  stream.flush();
                } catch (java.io.IOException e) {
                  return 0;
                }
                return 0;
                """))
        .isEqualTo(7);
  }

  @Test
  void threadsLeftBehindDoNotKeepTheCheckAlive() {
    assertThat(
            codeOf(
                """
                new Thread(() -> {
                  while (true) {
                    Thread.onSpinWait();
                  }
                }).start();
                return 0;
                """))
        .isEqualTo(1);
  }

  @Test
  void anEndlessLoopIsStuck() {
    assertThat(
            codeOf(
                """
                int i = 0;
                while (i >= 0) {
                  i = i == 1_000 ? 0 : i + 1;
                }
                return i;
                """))
        .isEqualTo(5);
  }

  @Test
  void waitingForEverIsStuck() {
    assertThat(
            codeOf(
                """
                try {
                  new java.util.concurrent.CountDownLatch(1).await();
                } catch (InterruptedException e) {
                  return 0;
                }
                return 0;
                """))
        .isEqualTo(5);
  }

  @Test
  void whatIsNotAllowedIsNotEvenRun() {
    project.write("public class NumberGiver { public int next() { System.exit(0); return 1; } }");
    Ended ended = project.grader("check", "4", "--profile", "quick");
    assertThat(ended.code()).isEqualTo(4);
    assertThat(ended.out()).contains("NumberGiver.java:2: uses java.lang.System.exit");
  }

  private int codeOf(String body) {
    return check(body).code();
  }

  private Ended check(String body) {
    project.write("public class NumberGiver {\n  public int next() {\n" + body + "\n  }\n}\n");
    return project.grader("check", "4", "--profile", "quick", "--no-scan");
  }
}
