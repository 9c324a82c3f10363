package grader.audit.mutants;

import java.util.Locale;

/**
 * A way to break concurrent code by one small change. Most are of ConMAn (Bradbury, Cordy, Dingel:
 * "Mutation Operators for Concurrent Java (J2SE 5.0)", 2006), whose name they keep beside ours.
 */
public enum Operator {
  WAIT_TIME("MXT"),
  OTHER_MONITOR("MSP"),
  PERMIT_COUNT("MXC"),
  THREAD_CALL_REMOVED("RTXC"),
  MECHANISM_CALL_REMOVED("RCXC"),
  ONE_WOKEN("RNA"),
  JOIN_TO_SLEEP("RJS"),
  OTHER_ACQUISITION("ELPA"),
  NOT_ATOMIC("EAN"),
  STATIC_ADDED("ASTK"),
  STATIC_REMOVED("RSTK"),
  METHOD_NOT_SYNCHRONIZED("RSK"),
  BLOCK_NOT_SYNCHRONIZED("RSB"),
  NOT_VOLATILE("RVK"),
  FINALLY_REMOVED("RFU"),
  OTHER_OBJECT("RXO"),
  REGION_SHIFTED("SHCR"),
  REGION_SHRUNK("SKCR"),
  REGION_EXPANDED("EXCR"),
  REGION_SPLIT("SPCR"),
  ALL_WOKEN(""),
  WAIT_ONCE(""),
  GUARD_NEGATED(""),
  BOUNDARY_MOVED(""),
  INTERRUPT_KEPT("");

  private final String published;

  Operator(String published) {
    this.published = published;
  }

  /** {@code wait-time}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its name in ConMAn; empty if it is one of ours. */
  public String published() {
    return published;
  }
}
