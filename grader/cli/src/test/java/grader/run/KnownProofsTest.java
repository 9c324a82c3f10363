package grader.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownProofsTest {

  private static final SandboxFinding PROVED =
      new SandboxFinding(SandboxKind.LANDLOCK, Optional.empty());
  private static final SandboxFinding REFUSED =
      new SandboxFinding(SandboxKind.BUBBLEWRAP, Optional.of("no such\nprogram"));

  @TempDir Path root;
  private Installation installation;
  private KnownProofs known;

  @BeforeEach
  void install() throws IOException {
    installation = new Installation(root);
    Files.createDirectories(installation.sandbox().getParent());
    Files.writeString(installation.sandbox(), "a launcher");
    known = new KnownProofs(installation);
  }

  @Test
  void atFirstNothingIsKnown() {
    assertThat(known.find(SandboxKind.LANDLOCK)).isEmpty();
  }

  @Test
  void whatWasFoundIsKnown() {
    known.keep(PROVED);
    known.keep(REFUSED);

    assertThat(known.find(SandboxKind.LANDLOCK)).contains(PROVED);
    assertThat(known.find(SandboxKind.BUBBLEWRAP))
        .contains(new SandboxFinding(SandboxKind.BUBBLEWRAP, Optional.of("no such program")));
    assertThat(known.find(SandboxKind.UID)).isEmpty();
  }

  @Test
  void theLastFindingCounts() {
    known.keep(PROVED);
    known.keep(new SandboxFinding(SandboxKind.LANDLOCK, Optional.of("switched off")));

    assertThat(known.find(SandboxKind.LANDLOCK)).get().matches(one -> !one.proved());
  }

  @Test
  void anotherLauncherHasToProveItself() throws IOException {
    known.keep(PROVED);
    Files.writeString(installation.sandbox(), "another launcher");

    assertThat(known.find(SandboxKind.LANDLOCK)).isEmpty();
  }

  @Test
  void whereNothingCanBeKeptNothingIsKnown() {
    KnownProofs nowhere = new KnownProofs(new Installation(root.resolve("none")));
    nowhere.keep(PROVED);

    assertThat(nowhere.find(SandboxKind.LANDLOCK)).isEmpty();
  }
}
