package grader.stress;

import grader.trial.ActorThread;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells the grader's threads from those of trials. */
public final class Threads {

  private static final ThreadGroup SYSTEM = rootOf(Thread.currentThread().getThreadGroup());
  private static final ThreadGroup OWN = new ThreadGroup(SYSTEM, "grader");

  // Taken before the first trial: what was there then belongs to the JVM, or to whoever runs us.
  private static final Set<Long> FIRST = all().map(Thread::threadId).collect(Collectors.toSet());

  private Threads() {}

  /** The group of the grader's own threads: they never count as part of a trial. */
  public static ThreadGroup own() {
    return OWN;
  }

  // Learners' threads and groups may be of classes of their own. So nothing is asked of them here
  // that such a class can answer in its own way: no equals, no hashCode, no getState.

  /** Live platform threads of trials, and those that the JDK made for them. */
  static List<Thread> foreign() {
    return all().filter(Threads::isForeign).toList();
  }

  /**
   * Whether virtual threads may be around: they are invisible here, so nothing can be said about
   * them.
   */
  static boolean hasVirtual() {
    return all().anyMatch(thread -> thread.getClass().getName().endsWith("CarrierThread"));
  }

  /** Its state as the JVM knows it. */
  static Thread.State state(Thread thread) {
    if (thread.getClass() == Thread.class || thread instanceof ActorThread) {
      return thread.getState();
    }
    return Optional.ofNullable(ManagementFactory.getThreadMXBean().getThreadInfo(thread.threadId()))
        .map(ThreadInfo::getThreadState)
        .orElse(Thread.State.TERMINATED);
  }

  private static Stream<Thread> all() {
    Thread[] threads = new Thread[SYSTEM.activeCount() + 16];
    int count = SYSTEM.enumerate(threads);
    while (count == threads.length) {
      threads = new Thread[2 * count];
      count = SYSTEM.enumerate(threads);
    }
    return Arrays.stream(threads, 0, count);
  }

  private static boolean isForeign(Thread thread) {
    Optional<ThreadGroup> group = Optional.ofNullable(thread.getThreadGroup());
    boolean ours = group.map(one -> OWN.equals(one) || isJvm(one, thread)).orElse(true);
    return !ours
        && !FIRST.contains(thread.threadId())
        && thread.threadId() != Thread.currentThread().threadId();
  }

  private static boolean isJvm(ThreadGroup group, Thread thread) {
    return (SYSTEM.equals(group) && !(thread instanceof ForkJoinWorkerThread))
        || thread.getClass().getName().startsWith("jdk.internal.misc.Innocuous");
  }

  private static ThreadGroup rootOf(ThreadGroup group) {
    return group.getParent() == null ? group : rootOf(group.getParent());
  }
}
