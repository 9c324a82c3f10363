package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code grader play}, on a terminal and without one. */
class PlayEndToEndTest {

  private static final int MOST_TURNS = 30;

  /** Every other call takes its locks the other way round. */
  private static final String TWO_LOCKS =
      """
      import java.util.concurrent.atomic.AtomicInteger;

      public class NumberGiver {
        private final AtomicInteger calls = new AtomicInteger();
        private final Object first = new Object();
        private final Object second = new Object();
        private int last;

        public int next() {
          boolean even = calls.getAndIncrement() % 2 == 0;
          synchronized (even ? first : second) {
            synchronized (even ? second : first) {
              return ++last;
            }
          }
        }
      }
      """;

  private static final Pattern OPTION = Pattern.compile("^  (\\d+)  (.*?)  .*$", Pattern.MULTILINE);

  @TempDir Path root;
  private Project project;
  private @Nullable Process started;

  @BeforeEach
  void create() {
    project = Project.in(root);
    project.write(TWO_LOCKS);
  }

  @AfterEach
  void end() {
    Process process = started;
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Whoever never lets the same thread go on twice finds it soon. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whoPlaysOnATerminalFindsTheDeadlock() throws Exception {
    Process game = onTerminal("play", "4");
    StringBuilder seen = new StringBuilder();
    String last = "";
    String shown = untilAsked(game.getInputStream());
    for (int turn = 0; turn < MOST_TURNS && shown.endsWith("> "); turn++) {
      seen.append(shown);
      last = answer(shown, last, game);
      shown = untilAsked(game.getInputStream());
    }
    seen.append(shown);
    assertThat(seen)
        .contains("You are the scheduler", "Who goes on?", "You broke it in")
        .contains("waits for the lock", "The simplest order that the grader knows")
        .doesNotContain("\tat ");
    assertThat(game.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(game.exitValue()).isZero();
  }

  @Test
  void whoGivesUpSeesHowItGoes() {
    Ended played = project.onTerminal("?\n1\nu\nq\n").grader("play", "4");
    assertThat(played.code()).isEqualTo(1);
    assertThat(played.out())
        .contains("Who goes on?", "The simplest order that the grader knows")
        .doesNotContain("You broke it");
  }

  @Test
  void whatIsRightCannotBeBroken() {
    project.write(
        "public class NumberGiver { private int n; public synchronized int next() { return ++n; } }");
    Ended played = project.onTerminal("").grader("play", "4");
    assertThat(played.code()).isEqualTo(2);
    assertThat(played.err()).contains("no order of steps is known that breaks src");
  }

  @Test
  void whatDoesNotCompileCannotBePlayed() {
    project.write("public class NumberGiver {");
    Ended played = project.onTerminal("").grader("play", "4");
    assertThat(played.code()).isEqualTo(2);
    assertThat(played.err()).contains("src cannot be run as it is", "grader check 4");
  }

  /** Chooses another thread than the last time if there is one. */
  private static String answer(String shown, String last, Process game) throws IOException {
    String number = "q";
    String name = last;
    Matcher option = OPTION.matcher(shown.substring(Math.max(0, shown.lastIndexOf("Who goes"))));
    while (option.find()) {
      if (number.equals("q") || name.equals(last)) {
        number = option.group(1);
        name = option.group(2);
      }
    }
    game.getOutputStream().write((number + "\n").getBytes(StandardCharsets.UTF_8));
    game.getOutputStream().flush();
    return name;
  }

  /** All up to the next prompt, or to the end. */
  private static String untilAsked(InputStream in) throws IOException {
    StringBuilder seen = new StringBuilder();
    int one = in.read();
    while (one >= 0) {
      seen.append((char) one);
      if (seen.toString().endsWith("\n> ")) {
        break;
      }
      one = in.read();
    }
    return seen.toString().replace("\r", "").replaceAll("\u001b\\[[0-9;]*[a-zA-Z]", "");
  }

  private Process onTerminal(String... arguments) throws IOException {
    Process process =
        new ProcessBuilder(inTerminal(project.command(arguments)))
            .directory(root.toFile())
            .redirectErrorStream(true)
            .start();
    started = process;
    return process;
  }

  /** {@code script} opens a pseudo-terminal; its options differ. */
  private static List<String> inTerminal(List<String> command) {
    if (OS.MAC.isCurrentOs()) {
      List<String> script = new ArrayList<>(List.of("script", "-q", "/dev/null"));
      script.addAll(command);
      return script;
    }
    return List.of("script", "-qec", String.join(" ", command), "/dev/null");
  }
}
