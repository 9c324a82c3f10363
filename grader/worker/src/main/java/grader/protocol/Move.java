package grader.protocol;

import java.util.List;
import java.util.stream.Stream;

/**
 * One line of an interleaving: what one thread did, or what happened to it.
 *
 * @param thread its name, or empty for the passing of time
 * @param what in words
 * @param file the source file it happened in, or empty
 * @param line the source line, or 0
 * @param switched whether this thread could be left here although it could have gone on, and the
 *     one before it was: a preemption
 * @param notable whether it concerns other threads, or the adversary: it blocks, wakes up, wakes
 *     another one
 * @param effects what it saw and changed
 */
public record Move(
    String thread,
    String what,
    String file,
    int line,
    boolean switched,
    boolean notable,
    List<Effect> effects) {
  public Move {
    effects = List.copyOf(effects);
  }

  /** A move of which nothing more is known. */
  public Move(
      String thread, String what, String file, int line, boolean switched, boolean notable) {
    this(thread, what, file, line, switched, notable, List.of());
  }

  /** The same, and it saw or changed this, too. */
  public Move with(List<Effect> more) {
    return new Move(
        thread,
        what,
        file,
        line,
        switched,
        notable,
        Stream.concat(effects.stream(), more.stream()).toList());
  }

  /** The same, and this came before whatever else it saw or changed. */
  public Move after(List<Effect> earlier) {
    return new Move(thread, what, file, line, switched, notable, earlier).with(effects);
  }

  /** The same in other words. */
  public Move saying(String words) {
    return new Move(thread, words, file, line, switched, notable, effects);
  }
}
