package grader.explore;

import grader.instrument.Site;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds data races: two accesses to the same variable, one of them a write, that nothing orders
 * (JLS 17.4.5). Each thread, lock and volatile variable has a vector clock; each variable remembers
 * its last write and the last read of each thread (Flanagan and Freund, FastTrack, PLDI 2009,
 * without the compression of reads: there are never many threads here).
 *
 * <p>What the classes of the JDK order is taken from what they do: their volatile fields, atomic
 * accesses and fences. That may be more than their Javadoc promises, so a race can be missed; it is
 * never less, so that no correct program is accused. For one thread.
 */
@SuppressWarnings("ReferenceEquality") // Which object, not which value.
final class Races {

  private static final int BUCKETS = 256;

  // What is read between the two may be of the middle of a change; then it is not used.
  private static final String STAMPED = "StampedLock.";
  private static final String OPTIMISTIC = ".tryOptimisticRead";

  /** The parts of an object that are not its fields. */
  private static final int MONITOR = -1;

  private static final int INSIDE = -2;
  private static final int WRITTEN = -3;
  private static final int WHOLE = -4;

  private final @Nullable Variable[] variables = new @Nullable Variable[BUCKETS];
  private final @Nullable Order[] orders = new @Nullable Order[BUCKETS];
  private int[][] clocks = new int[8][];
  private int[] fences = {};
  private int[] everything = {};
  private int[] initialised = {};
  private boolean on;
  private @Nullable Race first;
  private @Nullable Race unknown;
  private @Nullable Variable raced;
  private @Nullable Swap swap;
  private final List<Doubt> doubts = new ArrayList<>();

  /** A field, an element or a collection. */
  private static final class Variable {
    final @Nullable Object target;
    final int part;
    @Nullable Variable next;
    int writer = -1;
    int written;
    @Nullable Site writeSite;
    // A bit for each thread; those 64 apart share one. It only tells what the race is called.
    long writers;
    // Two of its writes are not ordered: one of them may be lost.
    boolean clashed;
    final Accesses reads = new Accesses();
    // By handles, in modes that order, or at least are whole: no races among themselves.
    final Accesses atomicReads = new Accesses();
    final Accesses atomicWrites = new Accesses();
    @Nullable Ownership ownership;

    Variable(@Nullable Object target, int part, @Nullable Variable next) {
      this.target = target;
      this.part = part;
      this.next = next;
    }

    Ownership ownership() {
      Ownership known = ownership == null ? new Ownership() : ownership;
      ownership = known;
      return known;
    }
  }

  /** The last access of each thread, of one kind. */
  private static final class Accesses {
    // Most variables never have any of most kinds: those share what is empty.
    private static final int[] NO_TIMES = {};
    private static final @Nullable Site[] NO_SITES = {};

    private int[] times = NO_TIMES;
    private @Nullable Site[] sites = NO_SITES;

    Accesses() {}

    void add(int thread, int time, @Nullable Site site) {
      if (thread >= times.length) {
        times = Arrays.copyOf(times, thread + 1);
        sites = Arrays.copyOf(sites, thread + 1);
      }
      if (time >= times[thread]) {
        times[thread] = time;
        sites[thread] = site;
      }
    }

    void forget(int thread) {
      if (thread < times.length) {
        times[thread] = 0;
      }
    }

    int threads() {
      return times.length;
    }

    /** Whether this thread has one that is not before all that happens now. */
    boolean isAfter(int thread, int[] clock) {
      return times[thread] > at(clock, thread);
    }

    @Nullable Site site(int thread) {
      return sites[thread];
    }
  }

  /** A write by a handle, at this time of its thread's clock. */
  private record Swap(Variable variable, int time, Site site) {}

  /** A race, unless the thread that has read finds out that what it has read is still there. */
  private record Doubt(Variable variable, int reader, Race race) {}

  /** Something that orders: its clock is all that was released to it. */
  private static final class Order {
    final @Nullable Object target;
    final int part;
    final @Nullable Order next;
    int[] clock = {};

    Order(@Nullable Object target, int part, @Nullable Order next) {
      this.target = target;
      this.part = part;
      this.next = next;
    }
  }

  Races() {}

  /** A trial begins. */
  void begin(boolean watching) {
    if (on) {
      Arrays.fill(variables, null);
      Arrays.fill(orders, null);
    }
    on = watching;
    fences = new int[0];
    everything = new int[0];
    initialised = new int[0];
    first = null;
    unknown = null;
    raced = null;
    swap = null;
    doubts.clear();
  }

  /** It is over: no thread that has come to its end will confirm what it has read. */
  void end(List<Task> tasks) {
    doubts.stream()
        .filter(doubt -> tasks.get(doubt.reader()).state == Task.State.ENDED)
        .findFirst()
        .ifPresent(this::found);
  }

  boolean areWatched() {
    return on;
  }

  /** The first race of the trial, once; null if there is none, or it is known. */
  @Nullable Race takeNew() {
    Race taken = unknown;
    unknown = null;
    return taken;
  }

  /** The first race of the trial. */
  Optional<Race> first() {
    return Optional.ofNullable(first);
  }

  /** Whether both of its threads write the variable in this trial, and nothing orders that. */
  boolean bothWrite() {
    Race race = first;
    Variable variable = raced;
    long both = race == null ? 0 : 1L << race.earlier() | 1L << race.me().id;
    return variable != null && variable.clashed && (variable.writers & both) == both;
  }

  // Threads.

  /** All that its starter did happens before all that it does. */
  void started(@Nullable Task starter, Task task) {
    if (!on) {
      return;
    }
    if (task.id >= clocks.length) {
      clocks = Arrays.copyOf(clocks, 2 * task.id);
    }
    clocks[task.id] = starter == null ? new int[0] : clocks[starter.id].clone();
    tick(task);
    if (starter != null) {
      tick(starter);
    }
  }

  /** All that the other one did so far happens before what this one does now. */
  void sees(Task me, Task other) {
    if (on && me != other) {
      acquire(me, clocks[other.id]);
      tick(other);
    }
  }

  // What orders.

  void enters(Task me, Object monitor) {
    if (on && !me.unordered) {
      acquire(me, order(monitor, MONITOR).clock);
    }
  }

  void leaves(Task me, Object monitor) {
    if (on && !me.unordered) {
      release(me, order(monitor, MONITOR));
    }
  }

  /** An access by the JDK, or by way of it. */
  void orders(Task me, Object accessed, boolean acquires, boolean releases) {
    access(me, accessed, acquires, releases, null);
  }

  private void acquires(Task me, @Nullable Object target) {
    acquire(me, order(target, INSIDE).clock);
    acquire(me, order(target, WRITTEN).clock);
    acquire(me, fences);
  }

  private void releases(Task me, @Nullable Object target) {
    release(me, order(target, INSIDE));
    everything = joined(everything, clocks[me.id]);
  }

  /** An access by a handle; null if nobody accesses what it stands for without one. */
  void access(
      Task me,
      Object accessed,
      boolean acquires,
      boolean releases,
      Handles.@Nullable Access access) {
    if (!on || me.unordered) {
      return;
    }
    // A handle stands for the static variable that it accesses.
    @Nullable Object target = accessed instanceof VarHandle ? null : accessed;
    if (acquires) {
      acquires(me, target);
    }
    if (access != null && access.site() != null) {
      if (access.plain()) {
        access(me, target, access.site().variable().number(), access.site(), access.writes());
      } else {
        atomic(me, target, access.site(), access);
      }
    }
    if (releases) {
      releases(me, target);
    }
  }

  void fence(Task me, boolean acquires, boolean releases) {
    if (!on || me.unordered) {
      return;
    }
    if (acquires) {
      acquire(me, everything);
      acquire(me, fences);
    }
    if (releases) {
      fences = joined(fences, clocks[me.id]);
      tick(me);
    }
  }

  /** A class has been initialised: whoever uses it later has waited for that (JLS 12.4.2). */
  void initialised(Task me) {
    if (on) {
      initialised = joined(initialised, clocks[me.id]);
      tick(me);
    }
  }

  void usesInitialised(Task me) {
    if (on) {
      acquire(me, initialised);
    }
  }

  // Accesses.

  /** The step that this thread takes. */
  void step(Task me, @Nullable Object target, int index, Site site) {
    if (!on) {
      return;
    }
    switch (site.kind()) {
      case READ, LOOK, WRITE -> {
        boolean write = site.kind() == Site.Kind.WRITE;
        if (site.variable().isVolatile()) {
          ordering(me, target, site.variable().number(), write);
        } else {
          field(me, target, site, write);
        }
      }
      case READ_ELEMENT -> access(me, target, index, site, false);
      case WRITE_ELEMENT -> access(me, target, index, site, true);
      case CALL -> {
        if (site.what().startsWith(STAMPED)) {
          me.optimistic = site.what().endsWith(OPTIMISTIC);
        }
      }
      case ENTER, SPIN -> {}
    }
  }

  private void ordering(Task me, @Nullable Object target, int field, boolean write) {
    if (write) {
      release(me, order(target, field));
      release(me, order(target, WRITTEN));
    } else {
      acquire(me, order(target, field).clock);
      acquire(me, order(target, INSIDE).clock);
      acquire(me, fences);
    }
  }

  /** A collection that is made for one thread is read, or changed, as a whole. */
  void use(Task me, @Nullable Object collection, boolean changes, Site site) {
    if (on && collection != null && isForOneThread(collection.getClass().getName())) {
      access(me, collection, WHOLE, site, changes);
    }
  }

  private static boolean isForOneThread(String type) {
    return type.startsWith("java.util.")
        && !type.startsWith("java.util.concurrent.")
        && !type.startsWith("java.util.Collections$")
        && !type.startsWith("java.util.Immutable")
        && !type.equals("java.util.Vector")
        && !type.equals("java.util.Stack")
        && !type.equals("java.util.Hashtable");
  }

  private void field(Task me, @Nullable Object target, Site site, boolean write) {
    int part = site.variable().number();
    if (site.variable().isThread()) {
      Variable variable = variable(target, part);
      Ownership ownership = variable.ownership();
      if (write && ownership.breaks(me, me.writes)) {
        looksAreReads(variable, ownership);
      } else if (site.kind() == Site.Kind.LOOK && ownership.isKept()) {
        ownership.looked(me.id, at(clocks[me.id], me.id), site);
        return;
      }
    }
    access(me, target, part, site, write);
  }

  private static void looksAreReads(Variable variable, Ownership ownership) {
    for (int i = 0; i < ownership.threads(); i++) {
      if (ownership.look(i) > 0) {
        variable.reads.add(i, ownership.look(i), ownership.site(i));
      }
    }
  }

  private void access(Task me, @Nullable Object target, int part, Site site, boolean write) {
    if (me.optimistic && !write) {
      return;
    }
    Variable variable = variable(target, part);
    int[] clock = clocks[me.id];
    if (variable.writer >= 0
        && variable.writer != me.id
        && variable.written > at(clock, variable.writer)) {
      variable.clashed |= write;
      found(variable, variable.writer, true, variable.writeSite, me, write, site);
    }
    settle(variable, me, false);
    for (int i = 0; i < variable.atomicWrites.threads(); i++) {
      if (i != me.id && variable.atomicWrites.isAfter(i, clock)) {
        @Nullable Site there = variable.atomicWrites.site(i);
        if (write) {
          variable.clashed = true;
          found(variable, i, true, there, me, true, site);
        } else {
          doubt(variable, me.id, i, true, there, me, false, site);
        }
      }
    }
    if (write) {
      found(variable, variable.reads, me, site);
      found(variable, variable.atomicReads, me, site);
      variable.writer = me.id;
      variable.writers |= 1L << me.id;
      variable.written = at(clock, me.id);
      variable.writeSite = site;
    } else {
      variable.reads.add(me.id, at(clock, me.id), site);
    }
  }

  /** Any of these reads that is not ordered before a write. */
  private void found(Variable variable, Accesses reads, Task me, Site site) {
    for (int i = 0; i < reads.threads(); i++) {
      if (i != me.id && reads.isAfter(i, clocks[me.id])) {
        found(variable, i, false, reads.site(i), me, true, site);
      }
    }
  }

  /** By a handle, in a mode that has no races with itself. */
  private void atomic(Task me, @Nullable Object target, Site site, Handles.Access access) {
    Variable variable = variable(target, site.variable().number());
    int[] clock = clocks[me.id];
    settle(variable, me, access.confirms());
    if (variable.writer >= 0
        && variable.writer != me.id
        && variable.written > at(clock, variable.writer)
        && (access.reads() || access.writes())) {
      variable.clashed |= access.writes();
      found(variable, variable.writer, true, variable.writeSite, me, access.writes(), site);
    }
    Swap write = new Swap(variable, at(clock, me.id), site);
    if (access.maySwap()) {
      swap = write;
    } else if (access.writes()) {
      writes(me, write);
    }
    if (access.reads()) {
      variable.atomicReads.add(me.id, at(clock, me.id), site);
    }
  }

  /** The compare-and-set that this thread was about to do is done, or has failed. */
  void swapped(Task me, boolean done) {
    Swap write = swap;
    swap = null;
    if (on && done && write != null) {
      writes(me, write);
    }
  }

  private void writes(Task me, Swap write) {
    Variable variable = write.variable();
    for (int i = 0; i < variable.reads.threads(); i++) {
      if (i != me.id && variable.reads.isAfter(i, clocks[me.id])) {
        doubt(variable, i, i, false, variable.reads.site(i), me, true, write.site());
      }
    }
    variable.writers |= 1L << me.id;
    variable.atomicWrites.add(me.id, write.time(), write.site());
  }

  /** The thread's next access tells what becomes of what it has read. */
  private void settle(Variable variable, Task me, boolean confirms) {
    if (confirms) {
      variable.reads.forget(me.id);
      doubts.removeIf(doubt -> doubt.variable() == variable && doubt.reader() == me.id);
    } else if (!doubts.isEmpty()) {
      doubts.stream()
          .filter(doubt -> doubt.variable() == variable && doubt.reader() == me.id)
          .findFirst()
          .ifPresent(this::found);
    }
  }

  private void doubt(
      Variable variable,
      int reader,
      int earlier,
      boolean wrote,
      @Nullable Site there,
      Task me,
      boolean writes,
      Site here) {
    if (first == null && there != null && !me.unordered) {
      doubts.add(
          new Doubt(
              variable,
              reader,
              new Race(variable.target, earlier, wrote, there, me, writes, here)));
    }
  }

  private void found(Doubt doubt) {
    if (first == null) {
      first = doubt.race();
      unknown = first;
      raced = doubt.variable();
    }
  }

  private void found(
      Variable variable,
      int earlier,
      boolean wrote,
      @Nullable Site there,
      Task me,
      boolean writes,
      Site here) {
    if (first == null && there != null && !me.unordered) {
      first = new Race(variable.target, earlier, wrote, there, me, writes, here);
      unknown = first;
      raced = variable;
    }
  }

  // Clocks.

  private void acquire(Task me, int[] other) {
    clocks[me.id] = joined(clocks[me.id], other);
  }

  private void release(Task me, Order order) {
    order.clock = joined(order.clock, clocks[me.id]);
    tick(me);
  }

  private void tick(Task me) {
    int[] clock = clocks[me.id];
    if (me.id >= clock.length) {
      clock = Arrays.copyOf(clock, me.id + 1);
      clocks[me.id] = clock;
    }
    clock[me.id]++;
  }

  private static int at(int[] clock, int id) {
    return id < clock.length ? clock[id] : 0;
  }

  /** The later of the two, thread by thread: the first one, changed, if it has room. */
  private static int[] joined(int[] one, int[] other) {
    int[] joined = one.length >= other.length ? one : Arrays.copyOf(one, other.length);
    for (int i = 0; i < other.length; i++) {
      if (other[i] > joined[i]) {
        joined[i] = other[i];
      }
    }
    return joined;
  }

  // Tables: open lists by class and part, since identity hash codes are all the same here.

  private Variable variable(@Nullable Object target, int part) {
    int bucket = bucket(target, part);
    for (Variable one = variables[bucket]; one != null; one = one.next) {
      if (one.target == target && one.part == part) {
        return one;
      }
    }
    Variable fresh = new Variable(target, part, variables[bucket]);
    variables[bucket] = fresh;
    return fresh;
  }

  private Order order(@Nullable Object target, int part) {
    int bucket = bucket(target, part);
    for (Order one = orders[bucket]; one != null; one = one.next) {
      if (one.target == target && one.part == part) {
        return one;
      }
    }
    Order fresh = new Order(target, part, orders[bucket]);
    orders[bucket] = fresh;
    return fresh;
  }

  private static int bucket(@Nullable Object target, int part) {
    int type = target == null ? 0 : target.getClass().getName().hashCode();
    int mixed = (type + part) * 0x9E3779B9;
    return mixed >>> 24;
  }
}
