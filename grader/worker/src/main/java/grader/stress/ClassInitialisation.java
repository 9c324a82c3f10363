package grader.stress;

import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Knows who waits for another thread to initialise a class (JLS 12.4.2, step 2). For {@link
 * Thread#getState} such a thread runs; only the dump of all threads that HotSpot writes tells.
 */
final class ClassInitialisation {

  private static final Pattern THREADS = Pattern.compile("\n\n(?=\")");
  private static final String WAITS = "\t- waiting on the Class initialization monitor for ";

  private ClassInitialisation() {}

  /** Whether the thread waits for one; false on JVMs that do not tell. */
  static boolean isAwaitedBy(Thread thread) {
    String id = " #" + thread.threadId() + " ";
    return waiting().stream().anyMatch(one -> one.lines().findFirst().orElse("").contains(id));
  }

  private static Set<String> waiting() {
    return THREADS
        .splitAsStream(dump())
        .filter(one -> one.contains(WAITS))
        .collect(Collectors.toSet());
  }

  private static String dump() {
    try {
      return (String)
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "threadPrint",
                  new Object[] {new String[0]},
                  new String[] {String[].class.getName()});
    } catch (JMException absent) {
      return "";
    }
  }
}
