package grader.stress;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;

/** Tells the grader's threads from those of trials. */
public final class Threads {

  private static final ThreadGroup SYSTEM = rootOf(Thread.currentThread().getThreadGroup());
  private static final ThreadGroup OWN = new ThreadGroup(SYSTEM, "grader");

  // Taken before the first trial: what was there then belongs to the JVM, or to whoever runs us.
  private static final Set<Thread> FIRST = Set.copyOf(Thread.getAllStackTraces().keySet());

  private Threads() {}

  /** The group of the grader's own threads: they never count as part of a trial. */
  public static ThreadGroup own() {
    return OWN;
  }

  /** Live platform threads of trials, and those that the JDK made for them. */
  static List<Thread> foreign() {
    return Thread.getAllStackTraces().keySet().stream().filter(Threads::isForeign).toList();
  }

  /**
   * Whether virtual threads may be around: they are invisible here, so nothing can be said about
   * them.
   */
  static boolean hasVirtual() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getClass().getName().endsWith("CarrierThread"));
  }

  private static boolean isForeign(Thread thread) {
    Optional<ThreadGroup> group = Optional.ofNullable(thread.getThreadGroup());
    boolean ours = group.map(one -> one.equals(OWN) || isJvm(one, thread)).orElse(true);
    return !ours && !FIRST.contains(thread) && !thread.equals(Thread.currentThread());
  }

  private static boolean isJvm(ThreadGroup group, Thread thread) {
    return (group.equals(SYSTEM) && !(thread instanceof ForkJoinWorkerThread))
        || thread.getClass().getName().startsWith("jdk.internal.misc.Innocuous");
  }

  private static ThreadGroup rootOf(ThreadGroup group) {
    return group.getParent() == null ? group : rootOf(group.getParent());
  }
}
