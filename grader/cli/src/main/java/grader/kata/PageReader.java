package grader.kata;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/** Walks through a page and picks out headings, links and Java samples. */
final class PageReader extends AbstractVisitor {

  private static final TextContentRenderer PLAIN = TextContentRenderer.builder().build();

  private final Path file;
  private final List<String> headings = new ArrayList<>();
  private final List<String> links = new ArrayList<>();
  private final List<Page.Sample> samples = new ArrayList<>();

  PageReader(Path file) {
    this.file = file;
  }

  Page page() {
    Parser parser = Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();
    parser.parse(String.join("\n", TextFile.lines(file))).accept(this);
    return new Page(file, headings, links, samples);
  }

  @Override
  public void visit(Heading heading) {
    if (heading.getLevel() == 2) {
      headings.add(PLAIN.render(heading).strip());
    }
    visitChildren(heading);
  }

  @Override
  public void visit(Link link) {
    links.add(link.getDestination());
    visitChildren(link);
  }

  @Override
  public void visit(FencedCodeBlock block) {
    if (block.getInfo().equals("java")) {
      // The span begins at the fence and counts from 0.
      int line = block.getSourceSpans().getFirst().getLineIndex() + 2;
      samples.add(new Page.Sample(line, block.getLiteral()));
    }
  }
}
