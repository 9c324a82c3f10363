package grader.worker;

import grader.instrument.YieldPoints;
import grader.protocol.Job;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The loaders of a job. The submission sees the JDK and the hooks, nothing else; the hidden tests
 * see the test libraries and the submission.
 */
final class Classes {

  private final ClassLoader hidden;

  Classes(Job job) {
    UnaryOperator<byte[]> rewrite =
        job.noise() ? new YieldPoints(job.submission())::insert : UnaryOperator.identity();
    BytesLoader submission =
        new BytesLoader(
            "submission", job.submission(), rewrite, ClassLoader.getPlatformClassLoader());
    this.hidden =
        new BytesLoader(
            "hidden",
            job.hidden(),
            UnaryOperator.identity(),
            new Joined(submission, job.submission()));
  }

  Class<?> hiddenTest(String className) throws ClassNotFoundException {
    return Class.forName(className, false, hidden);
  }

  /** The worker's own class path, but the submission's classes come from its loader. */
  private static final class Joined extends ClassLoader {
    private final ClassLoader submission;
    private final Map<String, byte[]> names;

    Joined(ClassLoader submission, Map<String, byte[]> names) {
      super("joined", Classes.class.getClassLoader());
      this.submission = submission;
      this.names = names;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      return names.containsKey(name) ? submission.loadClass(name) : super.loadClass(name, resolve);
    }
  }

  private static final class BytesLoader extends ClassLoader {
    private final Map<String, byte[]> classes;
    private final UnaryOperator<byte[]> rewrite;

    BytesLoader(
        String name,
        Map<String, byte[]> classes,
        UnaryOperator<byte[]> rewrite,
        ClassLoader parent) {
      super(name, parent);
      this.classes = classes;
      this.rewrite = rewrite;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte @Nullable [] bytes = classes.get(name);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
      byte[] rewritten = rewrite.apply(bytes);
      return defineClass(name, rewritten, 0, rewritten.length);
    }
  }
}
