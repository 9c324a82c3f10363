package grader.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewrittenTest {

  private static final byte[] TIMER = {1, 2, 3};
  private static final byte[] REWRITTEN = {4, 5};
  private static final byte[] SAME = {};

  @TempDir Path folder;

  @AfterEach
  void forgetTheFile() {
    System.clearProperty("grader.rewritten.new");
    System.clearProperty("grader.rewritten");
  }

  @Test
  void whatOneHasMadeAnotherFinds() {
    keep();

    assertThat(kept().find("java/util/Timer", TIMER)).isEqualTo(REWRITTEN);
    assertThat(kept().find("java/util/Date", TIMER)).isEqualTo(SAME);
  }

  @Test
  void aClassOfAnotherLengthIsAnotherClass() {
    keep();

    assertThat(kept().find("java/util/Timer", new byte[] {1, 2, 3, 4})).isNull();
  }

  @Test
  void withoutAFileThereIsNothing() {
    assertThat(kept().find("java/util/Timer", TIMER)).isNull();
  }

  @Test
  void aFileThatIsCutShortIsOfNoUse() throws IOException {
    keep();
    byte[] whole = Files.readAllBytes(file());
    Files.write(file(), Arrays.copyOf(whole, whole.length - 1));

    assertThat(kept().find("java/util/Timer", TIMER)).isNull();
    assertThat(kept().find("java/util/Date", TIMER)).isNull();
  }

  @Test
  void aFileOfAnotherJdkIsOfNoUse() throws IOException {
    keep();
    byte[] other = Files.readAllBytes(file());
    other[3]++;
    Files.write(file(), other);

    assertThat(kept().find("java/util/Timer", TIMER)).isNull();
  }

  @Test
  void nothingIsWrittenUnlessTheCommandWantsIt() {
    Rewritten.kept().keep();

    assertThat(folder).isEmptyDirectory();
  }

  private void keep() {
    System.setProperty("grader.rewritten.new", file().toString());
    Rewritten rewritten = Rewritten.kept();
    rewritten.made("java/util/Timer", TIMER, REWRITTEN);
    rewritten.made("java/util/Date", TIMER, SAME);
    rewritten.keep();
  }

  private Rewritten kept() {
    System.setProperty("grader.rewritten", file().toString());
    return Rewritten.kept();
  }

  private Path file() {
    return folder.resolve("rewritten");
  }
}
