package grader.cli.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateFileTest {

  private static final Standing GAVE_UP = Standing.NONE.afterGivingUp();

  @TempDir Path root;
  private final List<String> warnings = new ArrayList<>();

  private StateFile file() {
    return new StateFile(root.resolve(".grader"), warnings::add);
  }

  private Path onDisk() {
    return root.resolve(".grader/state.json");
  }

  @Test
  void thereIsNothingToRememberAtFirst() {
    assertThat(file().read()).isEqualTo(State.EMPTY);
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void whatIsWrittenIsRead() {
    Standing standing = GAVE_UP.after(new Hinted("start", 2, true));
    file().update(state -> state.with("04-semaphore", standing));
    assertThat(file().read().standing("04-semaphore")).isEqualTo(standing);
    assertThat(file().read().last()).contains("04-semaphore");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "7",
        "{\"katas\":7}",
        "{\"katas\":{\"a\":{\"checks\":\"x\"}}}",
        "\u0000"
      })
  void aDamagedFileIsKeptAsideAndThatIsSaid(String damaged) throws IOException {
    Files.createDirectories(onDisk().getParent());
    Files.writeString(onDisk(), damaged);
    assertThat(file().read()).isEqualTo(State.EMPTY);
    assertThat(onDisk().resolveSibling("state.json.damaged-1")).hasContent(damaged);
    assertThat(warnings).singleElement().asString().contains("damaged-1");
  }

  @Test
  void noDamagedFileReplacesAnother() throws IOException {
    Files.createDirectories(onDisk().getParent());
    Files.writeString(onDisk(), "first");
    file().read();
    Files.writeString(onDisk(), "second");
    file().read();
    assertThat(onDisk().resolveSibling("state.json.damaged-1")).hasContent("first");
    assertThat(onDisk().resolveSibling("state.json.damaged-2")).hasContent("second");
  }

  @Test
  void changesOfManyThreadsAllArrive() {
    try (ExecutorService executor = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 40; i++) {
        String kata = "kata-" + i;
        executor.execute(() -> file().update(state -> state.with(kata, GAVE_UP)));
      }
    }
    assertThat(file().read().katas()).hasSize(40);
    assertThat(warnings).isEmpty();
  }

  @Test
  void anUnfinishedWriteOfAnEarlierProcessDoesNoHarm() throws IOException {
    file().update(state -> state.with("a", GAVE_UP));
    Files.writeString(onDisk().resolveSibling("state.json.next"), "{ \"la");
    file().update(state -> state.with("b", GAVE_UP));
    assertThat(file().read().katas()).containsOnlyKeys("a", "b");
  }

  @Test
  void aChangeThatFailsChangesNothing() {
    file().update(state -> state.with("a", GAVE_UP));
    State before = file().read();
    assertThatThrownBy(() ->
            file()
                .update(state -> {
                  throw new IllegalArgumentException("no");
                }))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(file().read()).isEqualTo(before);
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws IOException {
    Files.writeString(root.resolve(".grader"), "");
    assertThat(file().read()).isEqualTo(State.EMPTY);
    assertThatThrownBy(() -> file().prepare())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(".grader");
  }
}
