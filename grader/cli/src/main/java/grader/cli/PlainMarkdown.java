package grader.cli;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Markdown as plain text of at most 80 columns. */
final class PlainMarkdown extends AbstractVisitor {

  private static final int COLUMNS = 80;

  private final StringBuilder text = new StringBuilder();
  private final String indentation;

  private PlainMarkdown(String indentation) {
    this.indentation = indentation;
  }

  static String render(String markdown) {
    return rendered(Parser.builder().build().parse(markdown), "").stripTrailing() + "\n";
  }

  private static String rendered(Node parent, String indentation) {
    PlainMarkdown inside = new PlainMarkdown(indentation);
    inside.visitChildren(parent);
    return inside.text.toString();
  }

  @Override
  public void visit(Heading heading) {
    String title = InlineText.of(heading);
    String line = heading.getLevel() == 1 ? "=" : "-";
    block(title + "\n" + line.repeat(Math.min(title.length(), COLUMNS)));
  }

  @Override
  public void visit(Paragraph paragraph) {
    String inline = InlineText.of(paragraph);
    // A table must keep its lines.
    block(inline.startsWith("|") ? inline : Wrapping.wrap(inline, COLUMNS - indentation.length()));
  }

  @Override
  public void visit(FencedCodeBlock code) {
    block(code.getLiteral().stripTrailing().indent(4).stripTrailing());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    block(code.getLiteral().stripTrailing().indent(4).stripTrailing());
  }

  @Override
  public void visit(HtmlBlock html) {
    // Pictures and comments are for the page on the web.
  }

  @Override
  public void visit(ThematicBreak line) {
    block("-".repeat(COLUMNS - indentation.length()));
  }

  @Override
  public void visit(BlockQuote quote) {
    text.append(rendered(quote, indentation + "  | "));
  }

  @Override
  public void visit(BulletList list) {
    items(list, 0);
  }

  @Override
  public void visit(OrderedList list) {
    Integer first = list.getMarkerStartNumber();
    items(list, first == null ? 1 : first);
  }

  /** Items with bullets, or with numbers from {@code first} if that is not 0. */
  private void items(Node list, int first) {
    int number = first;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      if (item instanceof ListItem) {
        String mark = first == 0 ? "- " : number++ + ". ";
        String deeper = indentation + " ".repeat(mark.length());
        String body = rendered(item, deeper).stripTrailing();
        text.append(indentation)
            .append(mark)
            .append(body.substring(Math.min(deeper.length(), body.length())))
            .append('\n');
      }
    }
    text.append('\n');
  }

  private void block(String lines) {
    lines.lines().forEach(line -> text.append((indentation + line).stripTrailing()).append('\n'));
    text.append('\n');
  }
}
