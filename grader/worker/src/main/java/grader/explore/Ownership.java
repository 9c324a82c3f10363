package grader.explore;

import grader.instrument.Site;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Who has written itself into a variable that threads look into only to find out whether they stand
 * there. As long as each thread writes only itself, and nobody takes away what another has written,
 * no such look needs any order: a thread finds itself exactly if that was its own last write, and
 * whatever else it finds has the same meaning. For one thread.
 */
final class Ownership {

  private static final int NOBODY = -1;

  private int owner = NOBODY;
  private boolean kept = true;

  // The last look of each thread.
  private int[] looks = {};
  private @Nullable Site[] sites = {};

  Ownership() {}

  /** Whether a look still needs no order. */
  boolean isKept() {
    return kept;
  }

  /** This thread has looked, at this time of its clock. */
  void looked(int me, int time, Site site) {
    if (me >= looks.length) {
      looks = Arrays.copyOf(looks, me + 1);
      sites = Arrays.copyOf(sites, me + 1);
    }
    looks[me] = time;
    sites[me] = site;
  }

  /**
   * This thread is about to write a thread, or null.
   *
   * @return whether from now on a look needs order like any other read
   */
  @SuppressWarnings("ReferenceEquality") // Which thread, not which value.
  boolean breaks(Task me, @Nullable Object written) {
    boolean own = written == me.thread;
    boolean breaks = kept && ((owner != NOBODY && owner != me.id) || (written != null && !own));
    owner = own ? me.id : NOBODY;
    kept &= !breaks;
    return breaks;
  }

  /** How many threads may have looked. */
  int threads() {
    return looks.length;
  }

  int look(int thread) {
    return looks[thread];
  }

  @Nullable Site site(int thread) {
    return sites[thread];
  }
}
