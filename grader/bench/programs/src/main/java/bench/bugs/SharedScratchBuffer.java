package bench.bugs;

import bench.Check;
import bench.Parallel;
import bench.Program;

/** A formatter keeps its intermediate result in a field, as old date formats do. */
public final class SharedScratchBuffer implements Program {
  private final StringBuffer scratch = new StringBuffer();

  @Override
  public void run() throws Exception {
    Parallel.run(
        () -> Check.that(format("a").equals("<a>"), "mixed"),
        () -> Check.that(format("b").equals("<b>"), "mixed"));
  }

  private String format(String text) {
    scratch.setLength(0);
    scratch.append('<').append(text).append('>');
    return scratch.toString();
  }
}
