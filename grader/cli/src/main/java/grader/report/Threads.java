package grader.report;

import grader.kata.Submission;
import grader.protocol.ThreadReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What each thread was doing when nothing moved any more. */
final class Threads {

  static final String END_OF = "the end of ";

  private static final int MOST = 8;

  private final List<ThreadReport> threads;
  private final Submission submission;

  Threads(List<ThreadReport> threads, Submission submission) {
    this.threads = List.copyOf(threads);
    this.submission = submission;
  }

  void writeOn(Page page) {
    threads.stream().limit(MOST).forEach(thread -> write(thread, page));
    if (threads.size() > MOST) {
      page.paragraph(2, "... " + Words.count(threads.size() - MOST, "more thread"));
    }
  }

  private void write(ThreadReport thread, Page page) {
    page.paragraph(2, sentence(thread));
    Frame.own(thread.stack(), submission)
        .ifPresent(frame -> page.paragraph(6, "at " + frame.shown()));
  }

  /** {@code giver (BLOCKED) waits for Object, which taker holds}. */
  static String sentence(ThreadReport thread) {
    return thread.name() + " (" + thread.state() + ") " + occupation(thread);
  }

  private static String occupation(ThreadReport thread) {
    if (thread.waitsFor().isEmpty()) {
      return switch (thread.state()) {
        case "RUNNABLE" -> "is running";
        case "TERMINATED" -> "has ended";
        default -> "waits";
      };
    }
    String holder = thread.heldBy().isEmpty() ? "" : ", which " + thread.heldBy() + " holds";
    return "waits for " + thread.waitsFor().replace('$', '.') + holder;
  }

  /** {@code left waits for right, right waits for left}; empty if no circle can be seen. */
  Optional<String> circle() {
    Map<String, ThreadReport> byName =
        threads.stream()
            .collect(Collectors.toMap(ThreadReport::name, Function.identity(), (a, b) -> a));
    return threads.stream()
        .map(thread -> chain(thread, byName))
        .filter(chain -> !chain.isEmpty())
        .findFirst()
        .map(chain ->
            chain.stream()
                .map(thread -> thread.name() + " waits for " + thread.heldBy())
                .collect(Collectors.joining(", ")));
  }

  /** From this thread to itself, each held up by the next; empty if it does not come back. */
  private static List<ThreadReport> chain(ThreadReport first, Map<String, ThreadReport> byName) {
    List<ThreadReport> chain = new ArrayList<>();
    Optional<ThreadReport> next = Optional.of(first);
    while (next.isPresent() && !chain.contains(next.get())) {
      chain.add(next.get());
      next = Optional.ofNullable(byName.get(next.get().heldBy()));
    }
    return next.filter(first::equals).isPresent() ? chain : List.of();
  }
}
