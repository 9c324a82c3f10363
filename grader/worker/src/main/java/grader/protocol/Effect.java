package grader.protocol;

/** What a move saw or changed, so that a picture can be drawn of it. */
public sealed interface Effect {

  /**
   * It read a variable or wrote it.
   *
   * @param variable {@code CountingSemaphore.free}
   * @param value as it is afterwards
   */
  record Access(String variable, String value, boolean writes) implements Effect {}

  /** A thread has the lock from here on, or no longer has it. */
  record Hold(String thread, String lock, boolean begins) implements Effect {}

  /**
   * A thread is in another state from here on.
   *
   * @param waitsFor the lock, object or thread that it waits for, or empty
   */
  record Turn(String thread, Thread.State state, String waitsFor) implements Effect {}

  /** Another thread may go on because of it. */
  record Signal(String thread) implements Effect {}

  /** The adversary had its way. */
  record Whimsy() implements Effect {}

  /** It is one of two accesses that nothing orders. */
  record Racing() implements Effect {}

  /** A call of a history begins. */
  record Begin(String call) implements Effect {}

  /** The call of a history that began last in this thread ends. */
  record End(String result) implements Effect {}
}
