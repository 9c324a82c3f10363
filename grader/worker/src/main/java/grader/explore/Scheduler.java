package grader.explore;

import grader.boot.Control;
import grader.instrument.Site;
import grader.instrument.Sites;
import grader.protocol.Outcome;
import grader.trial.ActorThread;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs all threads of a trial on the calling thread, one at a time; a {@link Policy} chooses at
 * each step who goes on. Time is virtual: it jumps to the next deadline when nobody can run. So a
 * trial is a function of the test, the seed and the choices, and of nothing else.
 *
 * <p>For one thread.
 */
@SuppressWarnings(
    "ReferenceEquality") // Threads and monitors are what they are, not what they equal.
final class Scheduler implements Control.Scheduler {

  private static final int NOWHERE = 0;
  private static final long EPOCH_MILLIS = 1_767_225_600_000L; // 2026-01-01T00:00:00Z
  private static final long FIRST_NANOS = 1_000_000_000L;
  private static final long NANOS_A_LOOK = 100;
  private static final long LATEST_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  // Who waits for years waits for ever.
  private static final long FOR_EVER_NANOS = TimeUnit.DAYS.toNanos(3_650);

  private static final int MOST_STEPS = 1_000_000;
  private static final int LONG_TRIAL = 20_000;
  private static final int MOST_STEPS_IN_A_ROW = 2_000;
  private static final int STEPS_BETWEEN_LOOKS = 256;
  private static final int MOST_LOOKS_ALONE = 20;
  private static final int BORING_SPIN = 100;
  private static final int BORING_READ = 10;
  private static final int BORING_STEP = 1;
  private static final long BORED = 20_000;
  private static final long HOPELESS = 200_000;

  private final Sites sites;
  private final Handles handles;
  private final Choices choices = new Choices();
  private final Monitors monitors = new Monitors();
  private final Races races = new Races();
  private final Carrier carrier = new Carrier();
  private final List<Task> tasks = new ArrayList<>();
  private final Chance chance = new Chance(0);
  private final Tasks byThread = new Tasks();

  // Whose number somebody has asked for, in this order.
  private final List<Thread> numbered = new ArrayList<>();

  private Task[] ready = new Task[16];
  private Task[] candidates = new Task[16];
  private int readyCount;
  private int yieldedCount;
  private @Nullable Task current;
  private @Nullable Task chosen;
  private @Nullable Task director;
  private Policy policy;
  private Trace trace = Trace.NONE;
  private byte[] boring = new byte[0];
  private long now;
  private int steps;
  // Plain: another thread may read it late, and only looks whether it changes.
  private long allSteps;
  private int stepsAtLook;
  private int progress;
  private int looksAlone;
  private boolean othersRan;
  private int longest;
  private boolean drew;
  private int timers;
  private @Nullable Outcome end;
  private @Nullable String escape;
  private @Nullable Task spinning;
  private @Nullable ForkJoinPool pool;

  // Made with the scheduler: to link a lambda takes locks, and would change what the thread that
  // does it is seen to wait for.
  @SuppressWarnings("UnnecessaryLambda")
  private final Function<List<Task>, Outcome> stuck = all -> Reports.stuck(all, this.monitors);

  @SuppressWarnings("UnnecessaryLambda")
  private final Function<List<Task>, Outcome> circling =
      all -> Reports.spinning(all, this.monitors);

  @SuppressWarnings("UnnecessaryLambda")
  private final Function<List<Task>, Outcome> late = all -> Reports.late(all, this.monitors);

  Scheduler(Sites sites) {
    this.sites = sites;
    this.handles = new Handles(sites);
    this.policy = new RandomWalk();
  }

  Choices choices() {
    return choices;
  }

  int steps() {
    return steps;
  }

  /** Another test begins: how long trials are, say those of this one alone. */
  void beginTest() {
    longest = 0;
  }

  /** How many threads the last trial had. */
  int threads() {
    return tasks.size();
  }

  /** Whether somebody asked for random numbers in the last trial, as far as that can be seen. */
  boolean drew() {
    return drew;
  }

  /**
   * Runs one trial: a thread that directs, and all that come of it.
   *
   * @param watching whether data races are looked for
   * @return how it ended if the director did not return; what it threw is its own business
   */
  Optional<Outcome> run(long seed, Policy next, Trace recorder, boolean watching, Runnable body) {
    begin(seed, next, recorder);
    races.begin(watching);
    allSteps++;
    Thread first = new Thread(body, "test");
    Task task = add(first, body);
    director = task;
    Control.install(this);
    Control.watch(watching);
    try {
      loop(task);
      races.end(tasks);
      tellRace();
    } finally {
      Control.install(null);
      longest = Math.max(longest, steps);
      drew |= tasks.stream().anyMatch(Task::drew);
    }
    return Optional.ofNullable(end);
  }

  /** Steps and trials, ever. */
  long allSteps() {
    return allSteps;
  }

  /** The name of the thread that runs now, as far as another thread can tell. */
  String runningName() {
    Task task = current;
    return task == null ? "" : task.thread.getName();
  }

  /** Why the trial says nothing: something went on that cannot be controlled. */
  Optional<String> escape() {
    return Optional.ofNullable(escape);
  }

  private void begin(long seed, Policy next, Trace recorder) {
    ThreadFields.resetNumbers();
    tasks.clear();
    byThread.clear();
    numbered.clear();
    monitors.clear();
    choices.begin();
    chance.begin(seed);
    Arrays.fill(ready, 0, readyCount, null);
    readyCount = 0;
    yieldedCount = 0;
    now = FIRST_NANOS;
    steps = 0;
    stepsAtLook = 0;
    othersRan = false;
    looksAlone = 0;
    timers = 0;
    drew = false;
    end = null;
    escape = null;
    spinning = null;
    pool = null;
    chosen = null;
    policy = next;
    trace = recorder;
    trace.begin(tasks, monitors);
    policy.begin(seed, longest);
    learnSites();
  }

  private void learnSites() {
    if (boring.length < sites.size()) {
      boring = new byte[sites.size()];
      for (int i = 0; i < boring.length; i++) {
        boring[i] = (byte) (sites.at(i).onlyReads() ? BORING_READ : BORING_STEP);
      }
    }
  }

  // The loop.

  private void loop(Task first) {
    Task next = first;
    while (next != null) {
      current = next;
      othersRan |= next != director;
      Control.runs(next.thread);
      boolean lives = carrier.run(next.continuation, next.thread);
      Control.runs(null);
      if (!lives) {
        finish(next);
      }
      next = end != null || isOver() ? null : following();
    }
    current = null;
  }

  private boolean isOver() {
    return director == null || director.state == Task.State.ENDED;
  }

  private void finish(Task task) {
    progress++;
    remove(task);
    task.state = Task.State.ENDED;
    ThreadFields.ended(task.thread);
    task.site = 0;
    trace.note(task, "ends");
    for (int i = 0; i < tasks.size(); i++) {
      Task other = tasks.get(i);
      if (other.waitsFor == task.thread
          && (other.state == Task.State.JOINING || other.state == Task.State.WAITING)) {
        // Thread.join: "as a thread terminates the this.notifyAll method is invoked".
        other.notified = true;
        makeReady(other);
      }
    }
  }

  /** Who runs next; null if the trial is over. */
  private @Nullable Task following() {
    Task picked = chosen;
    chosen = null;
    while (picked == null && end == null) {
      if (readyCount > 0) {
        picked = amongReady();
      } else if (directorIs(Task.State.SETTLING) || directorIs(Task.State.LOOKING)) {
        picked = wakeDirector();
      } else if (!jumpToNextDeadline()) {
        end = Reports.stuck(tasks, monitors);
      }
    }
    return picked;
  }

  private Task amongReady() {
    int count = eligible(null);
    return choose(count, usualAfter(current, count));
  }

  private Task choose(int count, Task usual) {
    if (count == 1) {
      return candidates[0];
    }
    choices.next();
    Task picked;
    try {
      picked = policy.next(candidates, count, usual);
    } catch (Policy.NotRepeatable chance) {
      uncontrolled(String.valueOf(chance.getMessage()));
      return usual;
    }
    if (picked != usual) {
      choices.differs(picked.id);
    }
    return picked;
  }

  /** The next one in the order of creation. */
  private Task usualAfter(@Nullable Task last, int count) {
    int after = last == null ? -1 : last.id;
    Task best = candidates[0];
    for (int i = 1; i < count; i++) {
      Task one = candidates[i];
      boolean oneWraps = one.id <= after;
      boolean bestWraps = best.id <= after;
      if (oneWraps == bestWraps ? one.id < best.id : bestWraps) {
        best = one;
      }
    }
    return best;
  }

  /** Puts into the candidates whoever may go on, but for this one; all, if all gave way. */
  private int eligible(@Nullable Task except) {
    int count = 0;
    for (int i = 0; i < readyCount; i++) {
      Task one = ready[i];
      if (one != except && !one.yielded) {
        candidates[count++] = one;
      }
    }
    if (count == 0) {
      for (int i = 0; i < readyCount; i++) {
        if (ready[i] != except) {
          candidates[count++] = ready[i];
        }
      }
    }
    return count;
  }

  private boolean directorIs(Task.State state) {
    return director != null && director.state == state;
  }

  private Task wakeDirector() {
    Task task = require(director);
    makeReady(task);
    stepsAtLook = steps;
    return task;
  }

  /** Time passes for those who wait for it; false if nobody does. */
  private boolean jumpToNextDeadline() {
    long next = nextDeadline(Long.MIN_VALUE);
    if (next == Task.NEVER) {
      return false;
    }
    long later = nextDeadline(next);
    if (later - next <= LATEST_NANOS && later != Task.NEVER && gives(Whim.LATE_TIMER, null)) {
      next = later;
    }
    passTo(next);
    return true;
  }

  private void passTo(long time) {
    now = Math.max(now, time);
    progress++;
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      if (task.deadline <= now && task.state != Task.State.READY) {
        makeReady(task);
      }
    }
    trace.time(now - FIRST_NANOS);
  }

  private long nextDeadline(long after) {
    long next = Task.NEVER;
    for (int i = 0; i < tasks.size(); i++) {
      long deadline = tasks.get(i).deadline;
      if (deadline > after && deadline < next) {
        next = deadline;
      }
    }
    return next;
  }

  // Steps.

  @Override
  public void point(@Nullable Object target, int index, int site) {
    Task me = running();
    note(me, target, index, site);
    step(me);
    if (races.areWatched()) {
      races.step(me, target, index, sites.at(site));
    }
    trace.step(me);
    tellRace();
  }

  private void tellRace() {
    @Nullable Race race = races.areWatched() ? races.takeNew() : null;
    if (race != null) {
      trace.race(race, tasks.get(race.earlier()));
    }
  }

  @Override
  public void use(@Nullable Object collection, boolean changes, int site) {
    Task me = running();
    note(me, collection, 0, site);
    step(me);
    races.use(me, collection, changes, sites.at(site));
    trace.step(me);
    tellRace();
  }

  @Override
  public void writes(@Nullable Object thread) {
    running().writes = thread;
  }

  @Override
  public void order(Object target, boolean acquires, boolean releases) {
    trace.meets(target);
    races.orders(running(), target, acquires, releases);
  }

  @Override
  public void access(Object handle, Object target, boolean acquires, boolean releases, int site) {
    if (acquires || releases) {
      trace.meets(target);
    }
    races.access(running(), target, acquires, releases, handles.at(handle, site));
  }

  @Override
  public void swapped(boolean done) {
    races.swapped(running(), done);
  }

  @Override
  public void fence(boolean acquires, boolean releases) {
    races.fence(running(), acquires, releases);
  }

  @Override
  public void unordered(boolean begins) {
    running().unordered = begins;
  }

  @Override
  public void initialised() {
    races.initialised(running());
  }

  @Override
  public void usesInitialised() {
    races.usesInitialised(running());
  }

  /** The first data race of the last trial, as its outcome. */
  Optional<Outcome> race() {
    return races.first().map(race -> race.outcome(tasks, races.bothWrite()));
  }

  private void note(Task me, @Nullable Object target, int index, int site) {
    if (steps > LONG_TRIAL) {
      me.remembersMore();
    }
    if (me.note(target, index, site)) {
      progress++;
    } else {
      me.bore(site < boring.length ? boring[site] : BORING_STEP, progress);
    }
  }

  private void step(Task me) {
    steps++;
    allSteps++;
    if (yieldedCount > 0) {
      forgiveOthers(me);
    }
    if (readyCount > 1) {
      if (++me.stepsInARow > MOST_STEPS_IN_A_ROW) {
        giveWay(me);
      } else {
        Task next = atPoint(me);
        if (next != me) {
          switchTo(me, next);
        }
      }
    }
    if (me.boredomSince(progress) > BORED || steps > MOST_STEPS) {
      seeWhetherAnythingMoves(me);
    }
    if (steps - stepsAtLook > STEPS_BETWEEN_LOOKS && directorIs(Task.State.LOOKING)) {
      wakeDirector();
    }
  }

  private Task atPoint(Task me) {
    int count;
    Task[] those;
    if (yieldedCount == 0) {
      those = ready;
      count = readyCount;
    } else {
      count = eligible(null);
      those = candidates;
      if (count == 1) {
        return those[0];
      }
    }
    choices.next();
    Task picked;
    try {
      picked = policy.atPoint(me, those, count);
    } catch (Policy.NotRepeatable chance) {
      uncontrolled(String.valueOf(chance.getMessage()));
      leave(me);
      return me;
    }
    if (picked != me) {
      choices.differs(picked.id);
    }
    return picked;
  }

  private void switchTo(Task me, Task next) {
    me.stepsInARow = 0;
    chosen = next;
    leave(me);
  }

  /** Somebody has taken a step: those who gave way may try again. */
  private void forgiveOthers(Task me) {
    for (int i = 0; i < readyCount; i++) {
      if (ready[i] != me && ready[i].yielded) {
        ready[i].yielded = false;
        yieldedCount--;
      }
    }
  }

  @Override
  public void spin(int site) {
    Task me = running();
    me.target = null;
    me.site = site;
    me.bore(BORING_SPIN, progress);
    steps++;
    if (yieldedCount > 0) {
      forgiveOthers(me);
    }
    trace.step(me);
    giveWay(me);
    if (me.boredomSince(progress) > BORED || steps > MOST_STEPS) {
      seeWhetherAnythingMoves(me);
    }
  }

  private void giveWay(Task me) {
    me.stepsInARow = 0;
    if (readyCount > 1) {
      if (!me.yielded) {
        me.yielded = true;
        yieldedCount++;
      }
      policy.gaveWay(me);
      int count = eligible(me);
      chosen = choose(count, usualAfter(me, count));
      leave(me);
      if (me.yielded) {
        me.yielded = false;
        yieldedCount--;
      }
    }
  }

  /** A thread goes round in circles. Time may help, or the director; or else nothing ever will. */
  private void seeWhetherAnythingMoves(Task me) {
    if (steps > MOST_STEPS || me.stayed) {
      stop(late);
    }
    long least = Long.MAX_VALUE;
    for (int i = 0; i < readyCount; i++) {
      least = Math.min(least, ready[i].boredomSince(progress));
    }
    if (least <= BORED) {
      return;
    }
    if (directorIs(Task.State.SETTLING)) {
      if (least > HOPELESS) {
        spinning = me;
        progress++;
        wakeDirector();
      }
    } else if (directorIs(Task.State.LOOKING) && steps - stepsAtLook > readyCount) {
      wakeDirector();
    } else if (!jumpToNextDeadline() && least > HOPELESS) {
      stop(circling);
    }
  }

  /** The thread that kept running while the director waited for calm, once; or null. */
  @Nullable Task takeSpinning() {
    Task found = spinning;
    spinning = null;
    return found;
  }

  private void stop(Function<List<Task>, Outcome> report) {
    Task me = running();
    @Nullable Thread controlled = Control.suspend();
    if (me.stayed) {
      cannotBeLeft(me, "runs in circles");
    } else {
      end = report.apply(tasks);
    }
    Control.runs(controlled);
    leave(me);
  }

  /** Pauses the running thread; it goes on when it is chosen again. */
  private void leave(Task me) {
    if (me.holds > 0 || !Carrier.pause()) {
      pinned(me);
    } else {
      me.stayed = false;
    }
  }

  /** In a static initialiser, say, nobody can be left: a ready thread just goes on. */
  private void pinned(Task me) {
    chosen = null;
    me.stayed = true;
    if (end == null && me.state == Task.State.READY) {
      return;
    }
    if (end == null) {
      cannotBeLeft(me, "blocks");
    }
    throw new Abandoned();
  }

  private void cannotBeLeft(Task me, String does) {
    uncontrolled(
        me.thread.getName()
            + " "
            + does
            + " where it cannot be left: in a static initialiser, or a synchronized method of the"
            + " JDK");
  }

  @Override
  public void hold(@Nullable Object monitor, boolean begins) {
    Task me = running();
    me.holds += begins ? 1 : -1;
    if (monitor != null && begins) {
      races.enters(me, monitor);
    } else if (monitor != null) {
      races.leaves(me, monitor);
    }
  }

  private void uncontrolled(String why) {
    escape = why;
    end = new Outcome.Late(List.of());
  }

  /** Ends a thread whose trial is over. */
  static final class Abandoned extends Error {
    private static final long serialVersionUID = 1L;

    Abandoned() {
      super("the trial is over", null, false, false);
    }
  }

  private void block(Task me, Task.State state, @Nullable Object object, long deadline) {
    remove(me);
    me.state = state;
    me.waitsFor = object;
    me.deadline = deadline;
    me.notified = false;
    me.stepsInARow = 0;
    if (deadline != Task.NEVER) {
      me.naps++;
    }
    trace.blocks(me);
    boolean soon = deadline != Task.NEVER && deadline - now <= LATEST_NANOS;
    if (soon && readyCount > 0 && gives(Whim.SLOW_MACHINE, me)) {
      passTo(deadline);
    }
    leave(me);
  }

  private void remove(Task task) {
    for (int i = 0; i < readyCount; i++) {
      if (ready[i] == task) {
        System.arraycopy(ready, i + 1, ready, i, readyCount - i - 1);
        readyCount--;
        break;
      }
    }
    if (task.yielded) {
      task.yielded = false;
      yieldedCount--;
    }
  }

  private void makeReady(Task task) {
    task.state = Task.State.READY;
    task.deadline = Task.NEVER;
    if (readyCount == ready.length) {
      ready = Arrays.copyOf(ready, 2 * readyCount);
      candidates = Arrays.copyOf(candidates, 2 * readyCount);
    }
    ready[readyCount++] = task;
  }

  private Task running() {
    return require(current);
  }

  private static <T> T require(@Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("no trial is running");
    }
    return value;
  }

  private boolean gives(Whim whim, @Nullable Task who) {
    choices.next();
    boolean given = policy.gives(whim);
    if (given) {
      choices.differs(1);
      trace.whim(who, whim);
    }
    return given;
  }

  private long after(long nanos) {
    return nanos > FOR_EVER_NANOS ? Task.NEVER : now + nanos;
  }

  // Monitors.

  @Override
  public void enter(Object monitor, int site) {
    Task me = running();
    if (site != 0) {
      note(me, monitor, 0, site);
      step(me);
    }
    acquire(me, monitor, 1);
    if (site != 0) {
      trace.step(me);
    }
  }

  private void acquire(Task me, Object monitor, int count) {
    Monitors.@Nullable Monitor found = monitors.find(monitor);
    if (found != null && found.owner == me) {
      found.count += count;
      return;
    }
    while (found != null) {
      block(me, Task.State.ENTERING, monitor, Task.NEVER);
      found = monitors.find(monitor);
    }
    me.waitsFor = null;
    monitors.take(monitor, me, count);
    races.enters(me, monitor);
  }

  @Override
  public void exit(Object monitor) {
    Task me = running();
    Monitors.@Nullable Monitor found = monitors.find(monitor);
    if (found == null || found.owner != me) {
      // A compiler pairs enter and exit. What guards an exit guards itself, too: to throw would
      // be to loop.
      return;
    }
    if (found.count == 1) {
      trace.note(me, "unlocks");
    }
    leave(found, monitor);
  }

  @Override
  public void exitInside(Object monitor) {
    Monitors.@Nullable Monitor found = monitors.find(monitor);
    if (found != null && found.owner == running()) {
      leave(found, monitor);
    }
  }

  private void leave(Monitors.Monitor found, Object monitor) {
    if (--found.count == 0) {
      free(found, monitor);
    }
  }

  private void free(Monitors.Monitor found, Object monitor) {
    races.leaves(running(), monitor);
    monitors.release(found);
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      if (task.state == Task.State.ENTERING && task.waitsFor == monitor) {
        makeReady(task);
      }
    }
  }

  @Override
  public boolean holds(Object monitor) {
    return monitors.ownerOf(monitor) == running();
  }

  @Override
  public void await(Object monitor, long nanos, int site) throws InterruptedException {
    Task me = running();
    note(me, monitor, 0, site);
    Monitors.Monitor found = owned(me, monitor);
    step(me);
    trace.step(me);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    int count = found.count;
    boolean spurious = gives(Whim.SPURIOUS_WAIT, me);
    free(found, monitor);
    if (spurious) {
      me.notified = false;
      giveWay(me);
    } else {
      block(me, Task.State.WAITING, monitor, nanos == 0 ? Task.NEVER : after(nanos));
    }
    boolean notified = me.notified;
    acquire(me, monitor, count);
    trace.notable(me, notified ? "wakes up, notified" : "wakes up");
    if (!notified && Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  private Monitors.Monitor owned(Task me, Object monitor) {
    Monitors.@Nullable Monitor found = monitors.find(monitor);
    if (found == null || found.owner != me) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
    return found;
  }

  @Override
  public void signal(Object monitor, boolean all, int site) {
    Task me = running();
    note(me, monitor, 0, site);
    Monitors.Monitor ignored = owned(me, monitor);
    step(me);
    trace.step(me);
    int count = waitersOf(monitor);
    if (count == 0) {
      trace.notable(me, "nobody waits here");
    } else if (all) {
      for (int i = 0; i < count; i++) {
        notify(me, candidates[i]);
      }
    } else {
      notify(me, oneOf(count));
    }
  }

  private Task oneOf(int count) {
    if (count == 1) {
      return candidates[0];
    }
    choices.next();
    Task picked;
    try {
      picked = policy.wake(candidates, count);
    } catch (Policy.NotRepeatable chance) {
      uncontrolled(String.valueOf(chance.getMessage()));
      return candidates[0];
    }
    if (picked != candidates[0]) {
      choices.differs(picked.id);
    }
    return picked;
  }

  private int waitersOf(Object monitor) {
    int count = 0;
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      if (task.state == Task.State.WAITING && task.waitsFor == monitor) {
        if (count == candidates.length) {
          candidates = Arrays.copyOf(candidates, 2 * count);
        }
        candidates[count++] = task;
      }
    }
    return count;
  }

  private void notify(Task me, Task waiter) {
    waiter.notified = true;
    makeReady(waiter);
    trace.note(me, "notifies", waiter);
  }

  // Threads.

  @Override
  public void sleep(long nanos) throws InterruptedException {
    Task me = running();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    if (nanos == 0) {
      giveWay(me);
    } else {
      block(me, Task.State.SLEEPING, null, after(nanos));
    }
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  @Override
  public void park(boolean absolute, long time) {
    Task me = running();
    if (me.permit || me.thread.isInterrupted()) {
      me.permit = false;
      return;
    }
    long deadline = deadline(absolute, time);
    if (deadline <= now) {
      return;
    }
    if (gives(Whim.SPURIOUS_PARK, me)) {
      giveWay(me);
      return;
    }
    block(me, Task.State.PARKED, null, deadline);
    me.permit = false;
  }

  private long deadline(boolean absolute, long time) {
    if (absolute) {
      long nanos = TimeUnit.MILLISECONDS.toNanos(time - EPOCH_MILLIS);
      return nanos > FOR_EVER_NANOS ? Task.NEVER : nanos + FIRST_NANOS;
    }
    return time == 0 ? Task.NEVER : after(time);
  }

  @Override
  public void unpark(Thread thread) {
    Task task = require(byThread.of(thread));
    if (task.state == Task.State.PARKED) {
      makeReady(task);
      task.permit = true;
      trace.note(running(), "wakes", task);
    } else {
      task.permit = true;
    }
  }

  @Override
  public void start(Thread thread) {
    Task ignored = add(thread, ThreadFields.bodyOf(thread));
  }

  private Task add(Thread thread, Runnable body) {
    progress++;
    Task task = new Task(tasks.size(), thread, () -> live(thread, body));
    tasks.add(task);
    races.started(current, task);
    byThread.add(task);
    task.begins(chance.next());
    makeReady(task);
    return task;
  }

  @SuppressWarnings("CatchThrowable") // Whatever escapes from a thread goes to its handler.
  private void live(Thread thread, Runnable body) {
    try {
      body.run();
      beforeEnd(thread);
    } catch (Abandoned over) {
      return;
    } catch (Throwable uncaught) {
      ThreadFields.dispatch(thread, uncaught);
    }
    ThreadFields.exit(thread);
  }

  /** Others can see that a thread is still alive. Nobody looks at the test kit's own ones. */
  private void beforeEnd(Thread thread) {
    if (current != director && !(thread instanceof ActorThread)) {
      point(null, 0, NOWHERE);
    }
  }

  @Override
  public boolean join(Thread thread, long nanos) throws InterruptedException {
    Task me = running();
    Task other = require(byThread.of(thread));
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long deadline = nanos == 0 ? Task.NEVER : after(nanos);
    while (other.state != Task.State.ENDED && now < deadline) {
      block(me, Task.State.JOINING, thread, deadline);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    boolean ended = other.state == Task.State.ENDED;
    if (ended) {
      races.sees(me, other);
    }
    return ended;
  }

  @Override
  public void interrupt(Thread thread) {
    Task task = require(byThread.of(thread));
    // The interrupt happens before it is noticed (JLS 17.4.4), and it may be noticed at once.
    races.sees(task, running());
    switch (task.state) {
      case WAITING, PARKED, SLEEPING, JOINING -> {
        makeReady(task);
        trace.note(running(), "interrupts", task);
      }
      default -> {}
    }
  }

  @Override
  public boolean owns(Thread thread) {
    return byThread.of(thread) != null;
  }

  @Override
  public boolean isAlive(Thread thread) {
    Task other = require(byThread.of(thread));
    boolean ended = other.state == Task.State.ENDED;
    if (ended) {
      races.sees(running(), other);
    }
    return !ended;
  }

  @Override
  public Thread.State stateOf(Thread thread) {
    Task task = require(byThread.of(thread));
    return Reports.stateOf(task);
  }

  @Nullable Task taskOf(Thread thread) {
    return byThread.of(thread);
  }

  @Override
  public int nextTimer() {
    return timers++;
  }

  @Override
  public long numberOf(Thread thread) {
    for (int i = 0; i < numbered.size(); i++) {
      if (numbered.get(i) == thread) {
        return i + 1L;
      }
    }
    numbered.add(thread);
    return numbered.size();
  }

  // The director.

  /** Waits until nobody else can go on without the passing of time. */
  void settle() {
    block(running(), Task.State.SETTLING, null, Task.NEVER);
    seesAll();
  }

  /** The test kit promises that the test sees what its actors have done. */
  private void seesAll() {
    for (int i = 0; i < tasks.size(); i++) {
      races.sees(running(), tasks.get(i));
    }
  }

  /**
   * Waits until something may have changed; the trial is stuck if nothing can. To look may itself
   * take steps of others: then several looks must find nobody else who could go on.
   *
   * @param what it looks for
   */
  void lookLater(String what) {
    Task me = running();
    me.waitsFor = what;
    boolean calm = readyCount == 1 && !othersRan;
    if (calm || looksAlone >= MOST_LOOKS_ALONE) {
      looksAlone = 0;
      if (!jumpToNextDeadline()) {
        stop(stuck);
      }
    }
    if (readyCount > 1) {
      policy.looksLater();
    }
    block(me, Task.State.LOOKING, null, Task.NEVER);
    me.waitsFor = null;
    looksAlone = readyCount == 1 ? looksAlone + 1 : 0;
    othersRan = false;
    seesAll();
  }

  long now() {
    return now;
  }

  // Histories.

  void begins(String call) {
    trace.begins(running(), call);
  }

  void ends(String how, @Nullable Object... value) {
    trace.ends(running(), how, value);
  }

  // Time and chance.

  @Override
  public long nanoTime() {
    now += NANOS_A_LOOK;
    return now;
  }

  @Override
  public long currentTimeMillis() {
    return EPOCH_MILLIS + (nanoTime() - FIRST_NANOS) / 1_000_000;
  }

  @Override
  public long seed() {
    drew = true;
    return chance.next();
  }

  @Override
  public boolean failsSpuriously(int site) {
    return gives(Whim.WEAK_FAILURE, running());
  }

  @Override
  public boolean wakesSpuriously(int site) {
    return gives(Whim.SPURIOUS_WAIT, running());
  }

  @Override
  public ForkJoinPool commonPool() {
    ForkJoinPool known = pool;
    if (known == null) {
      try {
        Constructor<ForkJoinPool> common = ForkJoinPool.class.getDeclaredConstructor(byte.class);
        common.setAccessible(true);
        known = common.newInstance((byte) 0);
        pool = known;
      } catch (ReflectiveOperationException foreign) {
        throw new IllegalStateException(foreign);
      }
    }
    return known;
  }

  @Override
  public void escaped(Thread thread) {
    escape = "a thread escaped control: " + thread.getName();
  }

  /** The step of this number. */
  Site siteAt(int site) {
    return sites.at(site);
  }
}
