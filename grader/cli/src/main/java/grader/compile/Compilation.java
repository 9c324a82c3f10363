package grader.compile;

import java.util.List;
import java.util.Map;

/** What came of compiling a submission. */
public sealed interface Compilation {

  /** Class files by binary name. */
  record Compiled(Map<String, byte[]> classes) implements Compilation {
    public Compiled {
      classes = Map.copyOf(classes);
    }
  }

  /** At least one error. */
  record Rejected(List<SourceError> errors) implements Compilation {
    public Rejected {
      errors = List.copyOf(errors);
    }
  }
}
