package grader.explore;

import grader.boot.Control;
import grader.instrument.Site;
import grader.instrument.Sites;
import grader.protocol.Move;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes down the interleaving of a trial, with values. For one trial. */
final class Recording extends Trace {

  private static final int MOST_MOVES = 2_000;
  private static final long NANOS_PER_MICRO = 1_000;

  private final Sites sites;
  private final List<Move> moves = new ArrayList<>();
  private @Nullable Task last;
  private boolean lastCouldGoOn;

  // The moves of the data race: from the first access to the second, if there was one.
  private int raceBegin;
  private int raceEnd;

  // A write whose value is known only once it has happened.
  private int openWrite = -1;
  private @Nullable Object writtenTo;
  private int writtenIndex;
  private String writtenField = "";

  Recording(Sites sites) {
    this.sites = sites;
  }

  /** All that happened. */
  List<Move> moves() {
    closeWrite();
    return List.copyOf(moves);
  }

  /** What happened from the first access of the data race to the second one; or nothing. */
  List<Move> movesOfRace() {
    closeWrite();
    return List.copyOf(moves.subList(raceBegin, raceEnd));
  }

  @Override
  void race(Race race, Task earlier) {
    @Nullable Thread controlled = Control.suspend();
    try {
      raceEnd = moves.size();
      raceBegin = Math.max(0, raceEnd - 1);
      while (raceBegin > 0 && !isAt(moves.get(raceBegin), race.there(), earlier)) {
        raceBegin--;
      }
    } finally {
      Control.runs(controlled);
    }
  }

  /** What has no line of its own, as to unlock, is told with the line of the step before it. */
  private static boolean isAt(Move move, Site site, Task task) {
    String accessed = site.what().equals("[]") ? "[" : site.what();
    return move.line() == site.line()
        && move.what().contains(accessed)
        && move.file().equals(site.file())
        && move.thread().equals(task.thread.getName());
  }

  // Everything here runs on the thread that it tells about, which must not be under control
  // meanwhile: the JDK's own classes would come back to the scheduler. So it begins without a
  // lambda, whose linkage enters monitors.

  @Override
  void step(Task task) {
    @Nullable Thread controlled = begin();
    try {
      record(task);
    } finally {
      Control.runs(controlled);
    }
  }

  @Override
  void note(Task task, String what) {
    tell(task, what, false);
  }

  @Override
  void notable(Task task, String what) {
    tell(task, what, true);
  }

  @Override
  void note(Task task, String what, Task other) {
    @Nullable Thread controlled = begin();
    try {
      add(task, what + " " + other.thread.getName(), sites.at(task.site), true);
    } finally {
      Control.runs(controlled);
    }
  }

  private void tell(Task task, String what, boolean notable) {
    @Nullable Thread controlled = begin();
    try {
      add(task, what, sites.at(task.site), notable);
    } finally {
      Control.runs(controlled);
    }
  }

  @Override
  void blocks(Task task) {
    notable(task, waiting(task));
    lastCouldGoOn = false;
  }

  @Override
  void whim(@Nullable Task task, Whim whim) {
    if (task == null) {
      passing(whim.words());
    } else {
      notable(task, whim.words());
    }
  }

  @Override
  void time(long nanos) {
    passing("the clock goes on to " + nanos / NANOS_PER_MICRO + " microseconds");
  }

  /** Something happens to nobody in particular. */
  private void passing(String what) {
    @Nullable Thread controlled = begin();
    try {
      moves.add(new Move("", what, "", 0, false, true));
    } finally {
      Control.runs(controlled);
    }
  }

  private @Nullable Thread begin() {
    @Nullable Thread controlled = Control.suspend();
    closeWrite();
    return controlled;
  }

  private void record(Task task) {
    Site site = sites.at(task.site);
    if (site.file().isEmpty()) {
      return;
    }
    add(task, words(task, site), site, false);
    if (site.kind() == Site.Kind.WRITE || site.kind() == Site.Kind.WRITE_ELEMENT) {
      openWrite = moves.size() - 1;
      writtenTo = task.target;
      writtenIndex = task.index;
      writtenField = site.what();
    }
  }

  private static String words(Task task, Site site) {
    return switch (site.kind()) {
      case READ, LOOK ->
          "reads " + site.what() + value(task.target, site.what()).map(" = "::concat).orElse("");
      case WRITE -> "writes " + site.what();
      case READ_ELEMENT -> "reads [" + task.index + "] = " + element(task.target, task.index);
      case WRITE_ELEMENT -> "writes [" + task.index + "]";
      case ENTER -> "locks";
      case SPIN -> "spins";
      case CALL -> site.what();
    };
  }

  private static String waiting(Task task) {
    return switch (task.state) {
      case ENTERING -> "waits for the lock";
      case WAITING -> "waits";
      case PARKED -> "is blocked";
      case SLEEPING -> "sleeps";
      case JOINING ->
          "waits for " + (task.waitsFor instanceof Thread other ? other.getName() : "") + " to end";
      case SETTLING -> "lets the others run";
      case LOOKING, READY, ENDED -> "waits";
    };
  }

  private void add(Task task, String what, Site site, boolean notable) {
    boolean switched = last != null && last != task && lastCouldGoOn && last.isReady();
    last = task;
    lastCouldGoOn = !what.equals("ends");
    if (moves.size() < MOST_MOVES) {
      moves.add(new Move(task.thread.getName(), what, site.file(), site.line(), switched, notable));
    }
  }

  private void closeWrite() {
    if (openWrite >= 0) {
      Move open = moves.get(openWrite);
      String value =
          writtenField.equals("[]")
              ? element(writtenTo, writtenIndex)
              : value(writtenTo, writtenField).orElse("");
      if (!value.isEmpty()) {
        moves.set(
            openWrite,
            new Move(
                open.thread(),
                open.what() + " = " + value,
                open.file(),
                open.line(),
                open.switched(),
                open.notable()));
      }
      openWrite = -1;
      writtenTo = null;
    }
  }

  private static Optional<String> value(@Nullable Object target, String name) {
    if (target == null) {
      return Optional.empty();
    }
    for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
      try {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return Optional.of(shown(field.get(target)));
      } catch (NoSuchFieldException elsewhere) {
        // A superclass declares it.
      } catch (IllegalAccessException | RuntimeException closed) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String element(@Nullable Object array, int index) {
    if (array == null || index < 0 || index >= Array.getLength(array)) {
      return "?";
    }
    return shown(Array.get(array, index));
  }

  /** Never the learner's own toString: it may have points, or not end. */
  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case Number number when number.getClass().getName().startsWith("java.lang.") ->
          number.toString();
      case Boolean bool -> bool.toString();
      case Character character -> "'" + character + "'";
      case String text -> '"' + (text.length() <= 20 ? text : text.substring(0, 20) + "...") + '"';
      case Enum<?> constant -> constant.name();
      case Thread thread -> thread.getName();
      // The name of a hidden class has an address in it.
      case Object hidden when hidden.getClass().isHidden() -> "a lambda";
      default -> "a " + value.getClass().getSimpleName();
    };
  }
}
