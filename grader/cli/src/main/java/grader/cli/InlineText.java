package grader.cli;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The words of a paragraph or heading, without markup. */
final class InlineText extends AbstractVisitor {

  private final StringBuilder text = new StringBuilder();

  private InlineText() {}

  static String of(Node block) {
    InlineText inline = new InlineText();
    inline.visitChildren(block);
    return inline.text.toString();
  }

  @Override
  public void visit(Text words) {
    text.append(words.getLiteral());
  }

  @Override
  public void visit(Code code) {
    text.append('`').append(code.getLiteral()).append('`');
  }

  @Override
  public void visit(SoftLineBreak end) {
    text.append('\n');
  }

  @Override
  public void visit(HardLineBreak end) {
    text.append('\n');
  }

  @Override
  public void visit(Image image) {
    visitChildren(image);
  }

  @Override
  public void visit(Link link) {
    int begin = text.length();
    visitChildren(link);
    boolean shown = text.substring(begin).equals(link.getDestination());
    if (!shown && !link.getDestination().startsWith("#")) {
      text.append(" (").append(link.getDestination()).append(')');
    }
  }
}
