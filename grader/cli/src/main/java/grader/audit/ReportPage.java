package grader.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A page of Markdown that the audit writes: an introduction, then a section for each kata. Katas
 * that were not looked at keep the section they have.
 */
public final class ReportPage {

  private static final Pattern SECTION =
      Pattern.compile(
          "^## (\\d\\d-[a-z0-9-]+)\\n\\n(.*?)(?=^## |\\z)", Pattern.DOTALL | Pattern.MULTILINE);

  private final String introduction;

  public ReportPage(String introduction) {
    this.introduction = introduction;
  }

  /** The page with these sections, by the names of katas, and the others of the page as it was. */
  String with(Map<String, String> sections, String before) {
    Map<String, String> all = new TreeMap<>();
    SECTION.matcher(before).results().forEach(one -> all.put(one.group(1), body(one)));
    all.putAll(sections);
    StringBuilder page = new StringBuilder(introduction.strip()).append('\n');
    all.forEach((kata, section) ->
        page.append("\n## ").append(kata).append("\n\n").append(section.strip()).append('\n'));
    return page.toString();
  }

  private static String body(MatchResult section) {
    return section.group(2);
  }

  /** Brings a file up to date. */
  public void write(Path file, Map<String, String> sections) {
    try {
      String before = Files.exists(file) ? Files.readString(file) : "";
      Files.writeString(file, with(sections, before.replace("\r\n", "\n")));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
