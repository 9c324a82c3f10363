package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenKataTest {

  @TempDir Path root;
  private Project project;
  private Path readme;

  @BeforeEach
  void create() {
    project = Project.in(root);
    readme = project.kata().resolve("README.md");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "title: Number giver          | title: [             | :4: this is not valid YAML",
        "title: Number giver          | title:               | :1: the front matter lacks 'title'",
        "title: Number giver          | titel: Number giver  | :2: unknown key 'titel'",
        "title: Number giver          | title: 7             | :2: expected some text for 'title'",
        "level: beginner              | level: ''            | :3: expected some text for 'level'",
        "topics: [mutual exclusion]   | topics: exclusion    | :4: expected a list for 'topics'",
        "after: []                    | after: [1]           | :5: expected a list for 'after'",
        "class: numbergiver.NumberGiver | class: []          | :6: expected some text for 'class'",
        "minutes: 30                  | minutes: half        | :7: expected a whole number, not 'half'",
        "minutes: 30                  | minutes: -1          | :7: expected a whole number, not '-1'",
        "points: {safety: 6, liveness: 4} | points: 10       | :8: expected gates with points",
        "points: {safety: 6, liveness: 4} | points: {fun: 1} | :8: unknown gate 'fun'",
        "points: {safety: 6, liveness: 4} | points: {safety: x} | :8: expected a whole number",
        "forbids: [java.lang.Thread#sleep] | forbids: 1      | :9: expected a list for 'forbids'"
      })
  void damagedFrontMatterIsNamedWithFileAndLine(String line, String damaged, String message)
      throws IOException {
    Files.writeString(readme, project.read(readme).replace(line, damaged));
    assertIsEnvironment(readme + message);
  }

  @Test
  void frontMatterMayNotBeMissing() throws IOException {
    Files.writeString(readme, "# Number giver\n");
    assertIsEnvironment(readme + ":1: expected front matter");
  }

  @Test
  void frontMatterMayNotBeOpen() throws IOException {
    Files.writeString(readme, "---\ntitle: Number giver\n");
    assertIsEnvironment(readme + ":1: expected front matter");
  }

  @Test
  void frontMatterMayNotBeAList() throws IOException {
    Files.writeString(readme, "---\n- title\n---\n");
    assertIsEnvironment(readme + ":2: expected 'key: value' lines");
  }

  @Test
  void theReadmeMayNotBeMissing() throws IOException {
    Files.delete(readme);
    assertIsEnvironment(readme + ": this file is missing");
  }

  @Test
  void theReadmeMustBeUtf8() throws IOException {
    Files.write(readme, "---\ntitle: Zähler\n---\n".getBytes(StandardCharsets.ISO_8859_1));
    assertIsEnvironment(readme + ": this file is not UTF-8");
  }

  @Test
  void theListGoesOnAfterABrokenKata() throws IOException {
    new grader.kata.Scaffold(root, "05-other").write();
    Files.writeString(readme, "");
    Ended ended = project.grader("list");
    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.out()).contains("(broken)").contains("05-other");
  }

  @Test
  void theHintsMayNotBeMissing() throws IOException {
    Path hints = project.file("hints/katas/04-number-giver.md");
    Files.delete(hints);
    Ended ended = project.grader("hint", "4");
    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.err()).contains(hints + ": this file is missing");
  }

  private void assertIsEnvironment(String message) {
    Ended ended = project.grader("check", "4");
    assertThat(ended.code()).isEqualTo(6);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err())
        .contains(message)
        .contains("belongs to the course, not to your solution")
        .doesNotContain("\tat ");
  }
}
