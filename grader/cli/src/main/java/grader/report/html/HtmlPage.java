package grader.report.html;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.List;

/**
 * One file that needs nothing else: no network, no other file.
 *
 * @param results one, or an overview of several
 */
public record HtmlPage(String title, List<Result> results) {
  public HtmlPage {
    results = List.copyOf(results);
  }

  /** The whole file. */
  @SuppressWarnings("NullAway") // Templates ask an interceptor only if they were told of one.
  public String write() {
    StringOutput written = new StringOutput();
    JtepageGenerated.render(new OwaspHtmlTemplateOutput(written), null, this, Assets.OURS);
    return written.toString();
  }
}
