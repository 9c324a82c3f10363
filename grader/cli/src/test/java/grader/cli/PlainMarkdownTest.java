package grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainMarkdownTest {

  @Test
  void markupBecomesLayout() {
    String markdown =
        """
        # Title

        Some *words* and
        `code`, see [the page](page.md).

        - one
        - two
          - deeper

        3. three
        4. four

        ```java
        int x = 1;
        ```

        > said

        | a | b |
        |---|---|
        """;
    assertThat(PlainMarkdown.render(markdown))
        .isEqualTo(
            """
            Title
            =====

            Some words and `code`, see the page (page.md).

            - one
            - two

              - deeper

            3. three
            4. four

                int x = 1;

              | said

            | a | b |
            |---|---|
            """);
  }

  @Test
  void longLinesAreBrokenBetweenWords() {
    assertThat(PlainMarkdown.render("word ".repeat(40)).lines())
        .allMatch(line -> line.length() <= 80)
        .hasSize(3);
  }
}
