package grader.protocol;

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
 */
public record Move(
    String thread, String what, String file, int line, boolean switched, boolean notable) {}
