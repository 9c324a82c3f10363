package grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SandboxTest {

  private static final Installation INSTALLATION = new Installation(Path.of("/grader"));
  private static final List<String> COMMAND = List.of("/jdk/bin/java", "Worker");
  private static final Access ACCESS =
      new Access(List.of(Path.of("/worker.jar")), List.of(Path.of("/new")));

  @Test
  void withoutASandboxTheCommandStaysAsItIs() {
    Sandbox none = Sandbox.none(INSTALLATION);

    assertThat(none.around(COMMAND, ACCESS)).isEqualTo(COMMAND);
    assertThat(none.options()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is no /proc/self/maps")
  void theCommandComesLast(SandboxKind kind) {
    assertThat(new Sandbox(kind, INSTALLATION).around(COMMAND, ACCESS))
        .contains("grader.sandbox.Main", "/worker.jar", "/new")
        .endsWith("--", "/jdk/bin/java", "Worker");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is no /proc/self/maps")
  void theLauncherKnowsItsParent() {
    assertThat(new Sandbox(SandboxKind.LANDLOCK, INSTALLATION).around(COMMAND, ACCESS))
        .containsSequence("--parent", Long.toString(ProcessHandle.current().pid()));
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere there is no /proc/self/maps")
  void theDynamicLinkerIsAmongTheLibraries() throws Exception {
    Path jdk = Path.of(System.getProperty("java.home"));

    assertThat(SystemLibraries.ofThis(jdk).files())
        .anyMatch(file -> file.getFileName().toString().startsWith("ld-"))
        .noneMatch(file -> file.startsWith(jdk));
  }
}
