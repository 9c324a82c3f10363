package grader.kata;

import java.nio.file.Path;
import java.util.List;

/**
 * A page of Markdown, as far as the audit looks into it.
 *
 * @param headings texts of the headings of the second level
 * @param links where links lead
 * @param samples the Java code blocks
 */
public record Page(Path file, List<String> headings, List<String> links, List<Sample> samples) {

  /**
   * A block of Java code.
   *
   * @param line where its first line stands in the page, counted from 1
   */
  public record Sample(int line, String code) {}

  public Page {
    headings = List.copyOf(headings);
    links = List.copyOf(links);
    samples = List.copyOf(samples);
  }

  /**
   * Reads a page.
   *
   * @throws BrokenKata if it is missing or not UTF-8
   */
  public static Page read(Path file) {
    return new PageReader(file).page();
  }
}
