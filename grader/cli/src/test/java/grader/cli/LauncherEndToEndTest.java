package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import grader.cli.FakeProject.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(OS.WINDOWS)
class LauncherEndToEndTest {

  private static final String SOME_JDK = "usr/lib/jvm/some jdk 25";

  private FakeProject project;

  @BeforeEach
  void makeProject(@TempDir Path place) {
    project = new FakeProject(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "usr/lib/jvm/temurin-25",
        "opt/some-jdk-25",
        "home/.sdkman/candidates/java/25-tem",
        "home/.jdks/temurin-25",
        "home/.asdf/installs/java/temurin-25",
        "home/.local/share/mise/installs/java/25",
        "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home",
        "opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home",
        "usr/local/opt/openjdk/libexec/openjdk.jdk/Contents/Home",
      })
  void findsTheJdkInEachUsualPlace(String folder) throws Exception {
    Path home = project.jdk(folder, "25.0.3");
    assertThat(javaOf(project.launch())).isEqualTo(home);
  }

  @Test
  void prefersItsOwnVariableThenJavaHomeThenThePath() throws Exception {
    project.jdk(SOME_JDK, "25");
    Path first = project.jdk("first", "25");
    Path second = project.jdk("second", "26-ea");
    Path third = project.jdk("third", "25.0.1");
    project.link("tools/java", third.resolve("bin/java"));

    Map<String, String> javaHome = Map.of("JAVA_HOME", second.toString());
    Map<String, String> both =
        Map.of("GRADER_JAVA_HOME", first.toString(), "JAVA_HOME", second.toString());
    assertThat(javaOf(project.launch())).isEqualTo(third);
    assertThat(javaOf(project.launch(javaHome))).isEqualTo(second);
    assertThat(javaOf(project.launch(both))).isEqualTo(first);
  }

  @Test
  void passesOverWhatIsTooOldOrNoJdk() throws Exception {
    Path old = project.jdk("usr/lib/jvm/a-jdk-17", "17.0.15");
    project.jdk("usr/lib/jvm/b-jdk-8", "1.8.0_402");
    project.runtime("usr/lib/jvm/c-jre-25", "25.0.3");
    Path fit = project.jdk("usr/lib/jvm/d-jdk-25", "25.0.3");
    assertThat(javaOf(project.launch(Map.of("JAVA_HOME", old.toString())))).isEqualTo(fit);
  }

  @Test
  void saysWhatToInstallWhenThereIsNone() throws Exception {
    project.jdk("usr/lib/jvm/jdk-17", "17.0.15");
    Launch launch = project.launch();
    assertThat(launch.messages())
        .contains("found no JDK 25", "jdk-17: it is Java 17", "adoptium.net", "GRADER_JAVA_HOME=");
    assertThat(launch.status()).isEqualTo(6);
  }

  @Test
  void neverOverridesItsOwnVariable() throws Exception {
    project.jdk(SOME_JDK, "25");
    Path old = project.jdk("old", "17.0.15");
    Launch launch = project.launch(Map.of("GRADER_JAVA_HOME", old.toString()));
    assertThat(launch.messages()).contains("GRADER_JAVA_HOME", "it is Java 17");
    assertThat(launch.status()).isEqualTo(6);
  }

  @Test
  void runsThroughALinkToALink() throws Exception {
    project.jdk(SOME_JDK, "25");
    project.link("links/one", project.root().resolve("bin/grader"));
    project.link("two", Path.of("links/one"));
    Launch launch = project.start(List.of(project.at("two").toString()), Map.of(), "list");
    assertThat(launch.output()).contains("grader.cli.Main list");
  }

  @ParameterizedTest
  @MethodSource("shells")
  void runsInEveryShellAtHand(List<String> shell) throws Exception {
    project.jdk(SOME_JDK, "25");
    List<String> how =
        Stream.concat(shell.stream(), Stream.of(project.root().resolve("bin/grader").toString()))
            .toList();
    assertThat(project.start(how, Map.of(), "list").output()).contains("grader.cli.Main list");
  }

  static Stream<List<String>> shells() {
    return Stream.of(
            List.of("/bin/sh"),
            List.of("/bin/dash"),
            List.of("/bin/bash", "--posix"),
            List.of("/bin/busybox", "sh"),
            List.of("/usr/bin/busybox", "sh"))
        .filter(shell -> Files.isExecutable(Path.of(shell.getFirst())));
  }

  @Test
  void passesArgumentsAndExitCodesThrough() throws Exception {
    project.jdk(SOME_JDK, "25");
    Launch launch = project.launch("exit", "5", "a b", "@c", "*");
    assertThat(launch.output()).contains("exit 5 a b @c *");
    assertThat(launch.status()).isEqualTo(5);
  }

  @Test
  void buildsOnceUnderTheJdkItFound() throws Exception {
    Path home = project.jdk(SOME_JDK, "25");
    assertThat(project.launch().messages()).contains("building the grader (once");
    assertThat(project.launch().messages()).isEmpty();
    assertThat(project.builds()).containsExactly("built with " + home);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "grader/pom.xml", "grader/cli/src/main/java/New.java"})
  void buildsAgainWhenSourcesAreNewer(String source) throws Exception {
    project.jdk(SOME_JDK, "25");
    project.launch().status();
    project.edit(source);
    project.launch().status();
    assertThat(project.builds()).hasSize(2);
  }

  @Test
  void doesNotBuildAgainForTests() throws Exception {
    project.jdk(SOME_JDK, "25");
    project.launch().status();
    project.edit("grader/cli/src/test/java/NewTest.java");
    project.launch().status();
    assertThat(project.builds()).hasSize(1);
  }

  @Test
  void showsTheEndOfAFailedBuildAndBuildsAnewNextTime() throws Exception {
    project.jdk(SOME_JDK, "25");
    project.write("the project/broken", "");
    Launch failed = project.launch();
    assertThat(failed.messages()).contains("the build failed", "what Maven says", "build.log");
    assertThat(failed.status()).isEqualTo(6);

    Files.delete(project.root().resolve("broken"));
    assertThat(project.launch("list").output()).contains("grader.cli.Main list");
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    project.jdk(SOME_JDK, "25");
    project.write("the project/slow", "");
    Launch one = project.launch("list");
    Launch two = project.launch("list");
    assertThat(one.output()).contains("grader.cli.Main list");
    assertThat(two.output()).contains("grader.cli.Main list");
    assertThat(project.builds()).hasSize(1);
  }

  @Test
  void takesOverTheLockOfTheDead() throws Exception {
    project.jdk(SOME_JDK, "25");
    Process dead = new ProcessBuilder("/bin/sh", "-c", "exit").start();
    dead.waitFor();
    project.write("the project/.grader/build.lock/owner", dead.pid() + "\n");
    assertThat(project.launch("list").output()).contains("grader.cli.Main list");
    assertThat(project.root().resolve(".grader/build.lock")).doesNotExist();
  }

  @Test
  void aBuildThatIsEndedLeavesNoLock() throws Exception {
    project.jdk(SOME_JDK, "25");
    project.write("the project/slow", "");
    Launch ended = project.launch("list");
    awaitBuild();
    // The process's own destroy would close the streams as well, and so end the launcher in another
    // way.
    ended.process().toHandle().destroy();
    assertThat(ended.status()).isEqualTo(143);
    assertThat(project.root().resolve(".grader/build.lock")).doesNotExist();
    assertThat(project.launch("list").output()).contains("grader.cli.Main list");
  }

  private void awaitBuild() throws IOException {
    while (project.builds().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  /** The home of the Java that a launch ran. */
  private static Path javaOf(Launch launch) throws IOException {
    String output = launch.output();
    return Path.of(output.substring(0, output.indexOf("/bin/java ")));
  }
}
