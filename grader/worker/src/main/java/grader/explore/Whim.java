package grader.explore;

/** What the specification allows a hostile machine to do. */
public enum Whim {
  /** A wait ends without a notify: JLS 17.2.1. */
  SPURIOUS_WAIT("spurious wake-up injected here (JLS 17.2.1)"),
  /** A park returns without an unpark: {@code LockSupport.park}, "for no reason". */
  SPURIOUS_PARK("park returns for no reason here, as its Javadoc allows"),
  /** A weak compare-and-set fails: {@code VarHandle.weakCompareAndSet}, "may fail spuriously". */
  WEAK_FAILURE("weak compare-and-set fails for no reason here, as its Javadoc allows"),
  /** A wait or sleep with a time limit ends somewhat late. */
  LATE_TIMER("a timed wait ends late here"),
  /** Nobody gets a processor until a time limit is over: the specification promises no speed. */
  SLOW_MACHINE("time passes here before anybody else gets on");

  private final String words;

  Whim(String words) {
    this.words = words;
  }

  /** For the trace. */
  public String words() {
    return words;
  }
}
