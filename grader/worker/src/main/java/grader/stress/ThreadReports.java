package grader.stress;

import grader.protocol.ThreadReport;
import grader.trial.ActorThread;
import grader.trial.Failures;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What each thread waits for, as the JVM tells it. */
final class ThreadReports {

  private ThreadReports() {}

  static List<ThreadReport> ofAll(List<Thread> threads) {
    long[] ids = threads.stream().mapToLong(Thread::threadId).sorted().toArray();
    ThreadInfo[] infos = ManagementFactory.getThreadMXBean().getThreadInfo(ids, Integer.MAX_VALUE);
    return Arrays.stream(infos).filter(Objects::nonNull).map(ThreadReports::of).toList();
  }

  private static ThreadReport of(ThreadInfo info) {
    return new ThreadReport(
        info.getThreadName(),
        info.getThreadState().toString(),
        Optional.ofNullable(info.getLockInfo()).map(ThreadReports::name).orElse(""),
        Optional.ofNullable(info.getLockOwnerName()).orElse(""),
        Failures.frames(info.getStackTrace()));
  }

  private static String name(LockInfo lock) {
    String type = lock.getClassName();
    if (type.equals(ActorThread.class.getName())) {
      return "the end of a thread";
    }
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
