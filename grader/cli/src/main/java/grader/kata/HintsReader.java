package grader.kata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/** Reads a file of hint ladders: a section each, an ordered list in it. */
final class HintsReader {

  private final Path file;
  private final List<String> lines;
  private final List<Section> sections;

  HintsReader(Path file) {
    this.file = file;
    this.lines = TextFile.lines(file);
    this.sections = sections();
  }

  Hints hints() {
    return new Hints(
        file,
        ladder(named("start")),
        sections.stream()
            .filter(one -> !one.title.equals("start") && !one.title.equals("discussion"))
            .map(this::ladder)
            .toList(),
        text(named("discussion")));
  }

  /** A heading of the second level and what is under it; line numbers from 0. */
  private record Section(String title, int begin, int end) {}

  private List<Section> sections() {
    List<Node> headings = new ArrayList<>();
    for (Node node : children(document(lines))) {
      if (node instanceof Heading heading && heading.getLevel() <= 2) {
        headings.add(heading);
      }
    }
    return IntStream.range(0, headings.size())
        .filter(i -> lines.get(line(headings.get(i))).startsWith("## "))
        .mapToObj(i ->
            section(
                line(headings.get(i)),
                i + 1 < headings.size() ? line(headings.get(i + 1)) : lines.size()))
        .toList();
  }

  private Section section(int begin, int end) {
    return new Section(lines.get(begin).substring(3).strip(), begin, end);
  }

  private Section named(String title) {
    return sections.stream()
        .filter(one -> one.title.equals(title))
        .findFirst()
        .orElseThrow(() -> new BrokenKata(file, 0, "expected a section '## " + title + "'"));
  }

  private Ladder ladder(Section section) {
    int colon = section.title.indexOf(':');
    if (colon < 0 && !section.title.equals("start")) {
      throw new BrokenKata(file, section.begin + 1, "expected '## <impostor>: <bug slug>'");
    }
    List<String> steps = steps(section);
    if (steps.isEmpty()) {
      throw new BrokenKata(file, section.begin + 1, "expected an ordered list of hints under this");
    }
    String name = colon < 0 ? section.title : section.title.substring(0, colon).strip();
    String bug = colon < 0 ? "" : section.title.substring(colon + 1).strip();
    return new Ladder(name, bug, section.begin + 1, steps);
  }

  private List<String> steps(Section section) {
    List<String> body = lines.subList(section.begin + 1, section.end);
    return children(document(body)).stream()
        .filter(OrderedList.class::isInstance)
        .flatMap(list -> children(list).stream())
        .map(item -> item(body, item))
        .toList();
  }

  /** An item's lines without its number and indentation. */
  private static String item(List<String> body, Node item) {
    List<SourceSpan> spans = item.getSourceSpans();
    List<String> text =
        body.subList(spans.getFirst().getLineIndex(), spans.getLast().getLineIndex() + 1);
    String first = text.getFirst().replaceFirst("^\\s*\\d+[.)]\\s+", "");
    int indentation = text.getFirst().length() - first.length();
    List<String> rest =
        text.stream()
            .skip(1)
            .map(line -> line.replaceFirst("^\\s{0," + indentation + "}", ""))
            .toList();
    return rest.isEmpty() ? first : first + "\n" + String.join("\n", rest);
  }

  private String text(Section section) {
    return String.join("\n", lines.subList(section.begin + 1, section.end)).strip();
  }

  private static int line(Node node) {
    return node.getSourceSpans().getFirst().getLineIndex();
  }

  private static Node document(List<String> lines) {
    return Parser.builder()
        .includeSourceSpans(IncludeSourceSpans.BLOCKS)
        .build()
        .parse(String.join("\n", lines));
  }

  private static List<Node> children(Node parent) {
    List<Node> children = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
      children.add(child);
    }
    return children;
  }
}
