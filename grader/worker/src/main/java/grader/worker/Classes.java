package grader.worker;

import grader.instrument.ControlPoints;
import grader.instrument.Remembering;
import grader.instrument.Sites;
import grader.instrument.YieldPoints;
import grader.protocol.Engine;
import grader.protocol.Job;
import grader.testkit.TrialBody;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The loaders of a job. The submission sees the JDK and the hooks, nothing else; the hidden tests
 * see the test libraries and the submission.
 */
final class Classes {

  private final Map<String, byte[]> submission;
  private final Map<String, byte[]> hidden;
  private final boolean remembering;
  private final Sites sites = new Sites();
  private final ClassLoader first;

  Classes(Job job, Job.Round round) {
    if (job.engine() == Engine.EXPLORE) {
      Map<String, byte[]> all = new HashMap<>(round.submission());
      all.putAll(job.hidden());
      ControlPoints points = new ControlPoints(all, sites);
      this.submission = points.insert(round.submission());
      this.hidden = points.insert(job.hidden());
      this.remembering = Remembering.isAny(all.values());
    } else {
      this.submission = job.noise() ? noisy(round.submission()) : round.submission();
      this.hidden = job.hidden();
      this.remembering = false;
    }
    this.first = loader();
  }

  private static Map<String, byte[]> noisy(Map<String, byte[]> classes) {
    YieldPoints points = new YieldPoints(classes);
    Map<String, byte[]> rewritten = new HashMap<>(classes);
    rewritten.replaceAll((name, bytes) -> points.insert(bytes));
    return rewritten;
  }

  /** The steps of the classes, if they are under control. */
  Sites sites() {
    return sites;
  }

  /** Whether this source file, as its classes are called, is one of the submission's. */
  boolean isOfSubmission(String file) {
    return submission.keySet().stream()
        .map(name -> name.substring(name.lastIndexOf('.') + 1).replaceFirst("[$].*", ""))
        .anyMatch(name -> file.equals(name + ".java"));
  }

  Class<?> hiddenTest(String className) throws ClassNotFoundException {
    return Class.forName(className, false, first);
  }

  /**
   * Initialises all classes now, outside of any trial, so that every trial finds them alike. Those
   * that remember something are new in each trial instead.
   */
  void prepare() {
    if (!remembering) {
      submission.keySet().stream().sorted().forEach(this::initialise);
      hidden.keySet().stream().sorted().forEach(this::initialise);
    }
  }

  private void initialise(String name) {
    try {
      Class<?> ignored = Class.forName(name, true, first);
    } catch (ClassNotFoundException | LinkageError faulty) {
      // The trial that uses it will meet the same fault.
    }
  }

  /** The test of a trial: with new classes if the old ones might remember the last trial. */
  TrialBody fresh(TrialBody body) {
    return remembering ? body.in(loader()) : body;
  }

  private ClassLoader loader() {
    BytesLoader own =
        new BytesLoader("submission", submission, ClassLoader.getPlatformClassLoader());
    Set<String> names = new HashSet<>(submission.keySet());
    // Whoever declares a hidden test, too, is not believed.
    names.removeAll(hidden.keySet());
    return new BytesLoader("hidden", hidden, new Joined(own, names));
  }

  /** The worker's own class path, but the submission's classes come from its loader. */
  private static final class Joined extends ClassLoader {
    private final ClassLoader submission;
    private final Set<String> names;

    Joined(ClassLoader submission, Set<String> names) {
      super("joined", Classes.class.getClassLoader());
      this.submission = submission;
      this.names = names;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      return names.contains(name) ? submission.loadClass(name) : super.loadClass(name, resolve);
    }
  }

  private static final class BytesLoader extends ClassLoader {
    private final Map<String, byte[]> classes;

    BytesLoader(String name, Map<String, byte[]> classes, ClassLoader parent) {
      super(name, parent);
      this.classes = classes;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte @Nullable [] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, bytes, 0, bytes.length);
    }
  }
}
