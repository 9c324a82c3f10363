package grader.explore;

import grader.instrument.Site;
import grader.protocol.Outcome;
import grader.testkit.Bug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two accesses that nothing orders.
 *
 * @param target the object whose field it is; null for a static field
 * @param earlier the number of the thread of the first access
 * @param there where that was
 */
record Race(
    @Nullable Object target,
    int earlier,
    boolean wrote,
    Site there,
    Task me,
    boolean writes,
    Site here) {

  /**
   * The race as the outcome of its trial.
   *
   * @param tasks all threads of the trial
   * @param bothWrite whether both of its threads write the variable, and nothing orders that
   */
  Outcome outcome(List<Task> tasks, boolean bothWrite) {
    return Outcome.Failed.race(
        ("%s is %s by %s (%s) and %s by %s (%s), and nothing orders the two: no lock, no volatile"
                + " field, no start or join lies between them.")
            .formatted(
                variable(),
                wrote ? "written" : "read",
                tasks.get(earlier).thread.getName(),
                place(there),
                writes ? "written" : "read",
                me.thread.getName(),
                place(here)),
        List.of(frame(here), frame(there)),
        bug(bothWrite).slug());
  }

  private String variable() {
    return switch (here.kind()) {
      case READ_ELEMENT, WRITE_ELEMENT -> "an array element";
      case CALL, ENTER, SPIN ->
          target == null ? "a collection" : "the " + target.getClass().getSimpleName();
      case READ, LOOK, WRITE -> "'" + here.variable().name() + "'";
    };
  }

  private static String place(Site site) {
    return site.file() + ":" + site.line();
  }

  private static String frame(Site site) {
    return place(site) + " " + site.where().substring(site.where().indexOf('.') + 1);
  }

  /** What it is called where its shape is known. */
  private Bug bug(boolean bothWrite) {
    if (bothWrite) {
      return updates() ? Bug.LOST_UPDATE : Bug.DATA_RACE;
    }
    return switch (here.kind()) {
      case READ, LOOK, WRITE ->
          here.variable().publishes() ? Bug.UNSAFE_PUBLICATION : Bug.STALE_READ;
      case READ_ELEMENT, WRITE_ELEMENT, CALL, ENTER, SPIN -> Bug.DATA_RACE;
    };
  }

  /** Whether what is written depends on what was there: a collection is changed, not replaced. */
  private boolean updates() {
    return here.kind() == Site.Kind.CALL || !(wrote && writes);
  }
}
